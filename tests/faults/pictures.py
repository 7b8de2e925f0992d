"""Pictures for phones."""

import io
import os

from PIL import Image


def noisy(size: tuple[int, int]) -> bytes:
    """A picture that no compression makes small."""
    out = io.BytesIO()
    Image.frombytes("RGB", size, os.urandom(size[0] * size[1] * 3)).save(out, "JPEG", quality=90)
    return out.getvalue()
