"""The same meeting as for the records."""

from tests.web.capture.conftest import ask, english, forbidden, free, media, meeting

__all__ = ["ask", "english", "forbidden", "free", "media", "meeting"]
