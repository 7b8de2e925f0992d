"""What kind of picture some bytes are, by the bytes themselves; and what is two things at once."""

import struct

HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"mif1", b"msf1", b"heif")
TAIL = 65_536 + 22
FOREIGN_STARTS = (b"%PDF-", b"<svg", b"<html", b"<script", b"<?php", b"<!doctype")


def picture_kind(head: bytes) -> str:
    """`jpeg`, `png`, `webp`, `heif`, or nothing for whatever else it is."""
    if head.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp" and head[8:12] in HEIF_BRANDS:
        return "heif"
    return ""


def is_two_things(head: bytes, tail: bytes) -> bool:
    """Whether a picture is also a document or an archive: nobody's camera makes such a file.

    Trailers that phones do write (motion photos, depth maps) are fine; they never reach what is served.
    """
    start = head.lower()
    return any(mark in start for mark in (m.lower() for m in FOREIGN_STARTS)) or _ends_as_zip(tail)


def _ends_as_zip(tail: bytes) -> bool:
    """An end-of-archive record whose comment reaches exactly to the end of the file."""
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < 22:
        return False
    (comment,) = struct.unpack_from("<H", tail, at + 20)
    return at + 22 + int(comment) == len(tail)
