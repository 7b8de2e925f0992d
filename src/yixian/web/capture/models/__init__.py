"""The tables of what was recorded on site, by subject."""

from yixian.web.capture.models.capture import Capture
from yixian.web.capture.models.phone import Phone
from yixian.web.capture.models.photo import Photo
from yixian.web.capture.models.release import Release

__all__ = ["Capture", "Phone", "Photo", "Release"]
