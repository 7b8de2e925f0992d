"""Run in a process of its own, with little memory and time: a picture in, two harmless JPEGs out.

    python -I decoder.py FOLDER < original

Writes `shown.jpg` and `thumbnail.jpg` into FOLDER and prints their measures as JSON, or `{"problem": word}`.
What comes out was painted anew: upright, RGB, no metadata, no trailer. Imports nothing of ours.
"""

import io
import json
import resource
import sys
from pathlib import Path

SHOWN, THUMBNAIL = 1600, 480
MOST_PIXELS = 60_000_000
MEMORY = 1536 * 1024 * 1024
CPU_SECONDS = 20
FORMATS = ["JPEG", "PNG", "WEBP", "HEIF"]


def limit() -> None:
    """Take away what a hostile picture could use."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (16 * 1024 * 1024,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class Unusable(Exception):
    """A picture that we do not take; the word says why."""


def decode(content: bytes):
    """The picture as upright RGB, painted into a new image."""
    from PIL import Image, ImageOps

    if content[4:8] == b"ftyp":  # loading the reader takes longer than a small JPEG
        from pillow_heif import register_heif_opener

        register_heif_opener(thumbnails=False)
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise Unusable("pixels")
        if picture.format == "JPEG":
            picture.draft("RGB", (SHOWN, SHOWN))
        profile = picture.info.get("icc_profile")
        picture.load()
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((2 * SHOWN, 2 * SHOWN), Image.Resampling.BOX)
        return _flat(_in_srgb(upright, profile))


def _in_srgb(picture, profile):
    """Colours as a screen shows them; a profile that makes no sense is left out."""
    from PIL import ImageCms

    if not profile or picture.mode not in ("RGB", "CMYK"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, source, target, outputMode="RGB") or picture
    except ImageCms.PyCMSError:
        return picture


def _flat(picture):
    """On white, without transparency, without anything but pixels."""
    from PIL import Image

    canvas = Image.new("RGB", picture.size, "white")
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        canvas.paste(clear, mask=clear.getchannel("A"))
    else:
        canvas.paste(picture.convert("RGB"))
    return canvas


def save(picture, longest: int, path: Path) -> tuple[int, int]:
    """Shrink to the longest side, in place, and write a JPEG; returns width and height."""
    from PIL import Image

    picture.thumbnail((longest, longest), Image.Resampling.LANCZOS, reducing_gap=3.0)
    picture.save(path, "JPEG", quality=82, optimize=True)
    return picture.size


def main(folder: str) -> dict[str, object]:
    """Decode what comes in; name the trouble in one word."""
    limit()
    try:
        picture = decode(sys.stdin.buffer.read())
        width, height = save(picture, SHOWN, Path(folder, "shown.jpg"))
        save(picture, THUMBNAIL, Path(folder, "thumbnail.jpg"))
    except Unusable as why:
        return {"problem": str(why)}
    except MemoryError:
        return {"problem": "memory"}
    except Exception:
        return {"problem": "unreadable"}
    return {"width": width, "height": height}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
