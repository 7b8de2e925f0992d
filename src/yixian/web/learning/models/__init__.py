"""The tables of learning, by subject."""

from yixian.web.learning.models.digest import Digest, ShareNote
from yixian.web.learning.models.experience import Adoption, AdoptionStep, Experience
from yixian.web.learning.models.question import Answer, Question
from yixian.web.learning.models.wrap_up import CaptureOutcome

__all__ = [
    "Adoption",
    "AdoptionStep",
    "Answer",
    "CaptureOutcome",
    "Digest",
    "Experience",
    "Question",
    "ShareNote",
]
