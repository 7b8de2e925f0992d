"""Bytes to text: byte order mark, declared charset, UTF-8, GB18030, then charset-normalizer's best guess."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from yixian.archive.errors import NotAReport
from yixian.archive.lexicon.file_kinds import BINARY_FILES, OFFICE_FILES

MAX_BYTES = 5 * 1024 * 1024
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", re.IGNORECASE)
_CHINESE_MAINLAND = {"gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "hz-gb-2312"}
_WRONG = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ufffd\ue000-\uf8ff]")
_TOLERATED = 0.01


def decode(data: bytes) -> str:
    """The text in the bytes; raises `NotAReport` for nothing, too much, office files and binary data."""
    if not data.strip(b"\x00 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"):
        raise NotAReport("empty")
    if len(data) > MAX_BYTES:
        raise NotAReport("too_large")
    if data.startswith(OFFICE_FILES):
        raise NotAReport("office_file")
    if data.startswith(BINARY_FILES):
        raise NotAReport("binary")
    for charset in _charsets(data):
        text = _decoded(data, charset)
        if text is not None and _plausible(text):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise NotAReport("binary")


def _charsets(data: bytes) -> Iterator[str]:
    """Charsets to try, the surest first; the guess is only computed when all others fail."""
    for mark, charset in _MARKS:
        if data.startswith(mark):
            yield charset
    if b"\x00" in data:
        half = data[1::2].count(0) >= data[0::2].count(0)
        yield "utf-16-le" if half else "utf-16-be"
        return
    declared = _declared(data)
    if declared:
        yield declared
    yield from ("utf-8", "gb18030")
    guess = _guess(data)
    if guess:
        yield guess
    yield from ("utf-8/replace", "gb18030/replace")


def _declared(data: bytes) -> str | None:
    """The charset that a page's own head names; GBK and its older names are read as GB18030."""
    match = _DECLARED.search(data[:4096])
    if not match:
        return None
    name = match[1].decode("ascii").lower()
    if name in _CHINESE_MAINLAND:
        return "gb18030"
    try:
        return (
            codecs.lookup(name).name if name not in {"base64", "hex", "rot13", "zlib", "bz2", "uu"} else None
        )
    except LookupError:
        return None


def _guess(data: bytes) -> str | None:
    """What charset-normalizer makes of the first part of the data."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:65536]).best()
    return best.encoding if best else None


def _decoded(data: bytes, charset: str) -> str | None:
    """The text in one charset, or None where the bytes are not in it."""
    name, _, errors = charset.partition("/")
    try:
        return data.decode(name, errors or "strict")
    except (UnicodeError, LookupError):
        return None


def _plausible(text: str) -> bool:
    """Whether hardly any character is one that no report has (controls, private use, replacements)."""
    return len(_WRONG.findall(text)) <= max(1 if len(text) > 40 else 0, _TOLERATED * len(text))
