"""Nothing of the camera in anything that is served: row 41 of the fault list, over every accepted kind."""

import io
import json
import shutil
import subprocess

import pytest
from PIL import Image, PngImagePlugin
from pillow_heif import from_pillow

from tests.faults.door import item

SECRET = "CANARY-OF-THE-CAMERA"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>{SECRET}</rdf></x:xmpmeta>'.encode()
HARMLESS = {
    "SourceFile", "ExifTool", "System", "File", "JFIF", "Composite",
}  # fmt: skip


def exif() -> bytes:
    """Place, maker's note, words, and that the picture lies on its side."""
    tags = Image.Exif()
    tags[0x010F] = SECRET
    tags[0x0112] = 6
    tags[0x8825] = {1: "N", 2: (36.0, 6.0, 2.0), 3: "E", 4: (120.0, 28.0, 3.0)}
    tags[0x8769] = {0x927C: SECRET.encode(), 0x9286: b"ASCII\0\0\0" + SECRET.encode()}
    return tags.tobytes()


def tagged(kind: str) -> bytes:
    """A picture of a kind with everything that a camera or an editor may add."""
    picture, out = Image.new("RGB", (320, 200), (180, 60, 40)), io.BytesIO()
    if kind == "JPEG":
        thumbnail = b"\xff\xd8\xff\xdb" + SECRET.encode() + b"\xff\xd9"
        picture.save(out, kind, exif=exif(), xmp=XMP, comment=SECRET)
        return out.getvalue() + thumbnail
    if kind == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Comment", SECRET)
        words.add_itxt("XML:com.adobe.xmp", XMP.decode())
        picture.save(out, kind, exif=exif(), pnginfo=words)
    elif kind == "HEIF":
        from_pillow(picture).save(out, exif=exif(), xmp=XMP)
    else:
        picture.save(out, kind, exif=exif(), xmp=XMP)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "HEIF"])
def test_41_served_pictures_carry_nothing(ground, door, tmp_path, kind):
    content = tagged(kind)
    whole = item(ground.facts["meeting"], photo=content)
    door.hand([whole])
    assert door.upload(whole["id"], content) == 201
    ground.manage("worker", "--once")
    (row,) = ground.rows(
        "SELECT shown, thumbnail FROM capture_photo WHERE digest = ?", whole["photo"]["digest"]
    )
    for name in row:
        served = (ground.folder / "media" / name).read_bytes()
        found = [mark for mark in (SECRET, "Exif", "GPS", "ns.adobe", "photoshop") if mark.encode() in served]
        assert (found, served[-2:]) == ([], b"\xff\xd9")
        assert groups(served, tmp_path) - HARMLESS == set()


def groups(served: bytes, folder) -> set[str]:
    """The groups of tags that exiftool finds, where there is one."""
    tool = shutil.which("exiftool")
    if tool is None:
        return set()
    path = folder / "served.jpg"
    path.write_bytes(served)
    done = subprocess.run([tool, "-json", "-G", str(path)], check=True, stdout=subprocess.PIPE, timeout=30)
    return {tag.partition(":")[0] for tag in json.loads(done.stdout)[0]}
