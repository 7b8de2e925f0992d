"""The same meeting as for the records."""

from tests.web.capture.conftest import ask, forbidden, free, media, meeting

__all__ = ["ask", "forbidden", "free", "media", "meeting"]
