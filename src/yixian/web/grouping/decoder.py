"""Run in a process of its own, with little memory and time: a picture in, one harmless JPEG out.

    python -I decoder.py < original > picture.jpg

What comes out was painted anew on white: upright, RGB, no metadata. Imports nothing of ours; exit code 1 for
anything that is no picture of a sensible size.
"""

import io
import resource
import sys

LONGEST = 2000
MOST_PIXELS = 60_000_000
MEMORY = 1536 * 1024 * 1024
CPU_SECONDS = 20
FORMATS = ["JPEG", "PNG", "WEBP"]


def limit() -> None:
    """Take away what a hostile picture could use."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def painted(content: bytes) -> bytes:
    """The picture anew, as JPEG."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = None
    with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise ValueError("too many pixels")
        picture.load()
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    upright.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    canvas = Image.new("RGB", upright.size, "white")
    canvas.paste(upright, mask=upright.getchannel("A"))
    made = io.BytesIO()
    canvas.save(made, "JPEG", quality=82, optimize=True)
    return made.getvalue()


if __name__ == "__main__":
    limit()
    try:
        sys.stdout.buffer.write(painted(sys.stdin.buffer.read()))
    except Exception:
        sys.exit(1)
