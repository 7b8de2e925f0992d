"""The drawn pictures in the three sizes that the site keeps."""

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import BytesIO

from PIL import Image

from yixian.web.sample.pictures import sample_pictures

SHOWN, THUMBNAIL = 1600, 480


@dataclass(frozen=True)
class Picture:
    """A drawn picture, encoded as original, as shown and as thumbnail (JPEG bytes)."""

    caption: str
    original: bytes
    shown: bytes
    thumbnail: bytes
    width: int
    height: int

    @property
    def digest(self) -> str:
        """SHA-256 of the original."""
        return sha256(self.original).hexdigest()


@cache
def pictures() -> list[Picture]:
    """Every drawn picture."""
    return [_picture(caption, data) for caption, data in sample_pictures()]


def _picture(caption: str, data: bytes) -> Picture:
    with Image.open(BytesIO(data)) as image:
        width, height = image.size
        shown, thumbnail = (_smaller(image, longest) for longest in (SHOWN, THUMBNAIL))
    return Picture(caption, data, shown, thumbnail, width, height)


def _smaller(image: Image.Image, longest: int) -> bytes:
    copy = image.convert("RGB")
    copy.thumbnail((longest, longest))
    buffer = BytesIO()
    copy.save(buffer, "JPEG", quality=82)
    return buffer.getvalue()
