"""From what cameras write to what may be shown: nothing but pixels, upright, small."""

import io
import struct
import zlib

import pytest
from PIL import Image

from tests import factories_capture as made
from yixian.web.capture.kinds import is_two_things, picture_kind
from yixian.web.capture.preparing import SIZES
from yixian.web.shared.pictures import paint
from yixian.web.shared.pictures.child import PROBLEMS


def shown(content):
    """Width and height, and the two JPEGs."""
    painted = paint(content, SIZES)
    return (painted.width, painted.height), painted.pictures["shown"], painted.pictures["thumbnail"]


def segments(jpeg):
    """The markers of a JPEG before its pixels."""
    at, found = 2, []
    while jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        found.append(jpeg[at + 1])
        at += 2 + struct.unpack(">H", jpeg[at + 2 : at + 4])[0]
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_no_word_of_the_camera_is_left(kind):
    if kind == "HEIF":
        import pillow_heif

        pillow_heif.register_heif_opener()
    content = made.picture((640, 480), kind=kind)
    assert made.SECRET in content
    answer, big, small = shown(content)
    assert answer == (640, 480)
    for jpeg in (big, small):
        assert made.SECRET not in jpeg
        assert set(segments(jpeg)) <= {
            0xE0,
            0xDB,
            0xC0,
            0xC2,
            0xC4,
        }  # no APP1 (EXIF, XMP), no APP2, no comment
        assert jpeg.endswith(b"\xff\xd9")
        with Image.open(io.BytesIO(jpeg)) as picture:
            assert (picture.format, picture.mode, dict(picture.getexif())) == ("JPEG", "RGB", {})


def test_turned_photo_stands_upright():
    answer, big, _small = shown(made.picture((400, 200), turned=True))
    assert answer == (200, 400)
    with Image.open(io.BytesIO(big)) as picture:
        red, _green, blue = picture.getpixel((180, 20))
    assert (red < 90, blue > 150) == (True, True)


def test_large_photo_is_shrunk_to_both_sizes():
    _answer, big, small = shown(made.picture((4000, 3000)))
    sizes = []
    for jpeg in (big, small):
        with Image.open(io.BytesIO(jpeg)) as picture:
            sizes.append(picture.size)
    assert sizes == [(1600, 1200), (480, 360)]


@pytest.mark.parametrize("mode", ["L", "P", "RGBA", "LA", "I;16", "1", "CMYK"])
def test_every_mode_becomes_rgb(mode):
    out = io.BytesIO()
    Image.new("RGB", (40, 30), (200, 10, 10)).convert("L" if mode == "I;16" else mode).convert(mode).save(
        out, "JPEG" if mode == "CMYK" else "PNG"
    )
    assert shown(out.getvalue())[0] == (40, 30)


def bomb(width, height):
    """A PNG of a few kilobytes that says it is as large as this."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * min(height, 4000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (bomb(50_000, 50_000), "pixels"),
        (b"", "unreadable"),
        (b"\xff\xd8\xff" + b"no picture at all" * 9, "unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>", "unreadable"),
        (b"GIF89a" + bytes(200), "unreadable"),
        (made.picture((900, 600))[:3000], "unreadable"),
    ],
    ids=["bomb", "empty", "noise", "svg", "gif", "torn"],
)
def test_what_cannot_be_shown_is_named(content, problem):
    painted = paint(content, SIZES)
    assert (painted.pictures, painted.problem) == ({}, PROBLEMS[problem])


def test_kind_is_told_by_the_bytes():
    assert [picture_kind(made.picture(kind=kind)) for kind in ("JPEG", "PNG", "WEBP")] == [
        "jpeg",
        "png",
        "webp",
    ]
    assert [picture_kind(other) for other in (b"", b"GIF89a", b"<svg>", b"BM", b"II*\x00")] == [""] * 5


def test_picture_with_an_archive_or_a_document_in_it_is_two_things():
    plain = made.picture()
    archive = b"PK\x05\x06" + bytes(16) + struct.pack("<H", 5) + b"hello"
    assert is_two_things(plain[:1024], plain) is False
    assert is_two_things(plain[:1024], plain + archive) is True
    assert is_two_things(plain[:1024], plain + archive + b"!") is False
    assert is_two_things(plain[:20] + b"%PDF-1.4" + plain[20:1000], plain) is True
