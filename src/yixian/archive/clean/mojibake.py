"""Undo encoding accidents: wrong decodings as a whole (ftfy, re-encoding) and shifted GBK bytes on the spot."""

from __future__ import annotations

import re

from yixian.archive.facts import Repair

_CHINESE = re.compile("[\u4e00-\u9fff]")
_LATIN_HIGH = re.compile("[\u00a1-\u00ff]")
_AFTER_SHIFT = ("。”", "？”", "！”", "，“", "：“", "。“", "”，", "”。", "、“")
_CLOSED_PARAGRAPH = re.compile(r"\?[!！]\?/([a-z][a-z0-9]{0,9})>")
_LOST_TAG = re.compile(r"\?/([a-z][a-z0-9]{0,9})>")
_SHIFTED = re.compile(r"\?([!！][^\x00-\x7f\n]{1,40}[@-~])")


def repair(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The text with encoding accidents undone, and what was done."""
    import ftfy

    settings = ftfy.TextFixerConfig(
        uncurl_quotes=False, fix_character_width=False, fix_latin_ligatures=False, unescape_html=False
    )
    fixed = ftfy.fix_text(_decode_again(text), settings)
    repairs = [] if fixed == text else [Repair("encoding", "", "")]
    fixed, shifted = _unshift(fixed)
    return fixed, (*repairs, *shifted)


def _decode_again(text: str) -> str:
    """Text that was decoded with the wrong Chinese charset, decoded with the right one."""
    for wrong, right in (("gb18030", "utf-8"), ("latin-1", "gb18030"), ("cp1252", "gb18030")):
        if right == "gb18030" and (_CHINESE.search(text) or len(_LATIN_HIGH.findall(text)) < len(text) / 3):
            continue
        try:
            again = text.encode(wrong).decode(right)
        except UnicodeError:
            continue
        if again != text and _CHINESE.search(again):
            return again
    return text


def _unshift(text: str) -> tuple[str, list[Repair]]:
    """Text in which a lost GBK lead byte had shifted the bytes after it, such as `?!?/p>` for 。” and </p>."""
    repairs: list[Repair] = []

    def note(code: str, before: str, after: str) -> str:
        repairs.append(Repair(code, before, after))
        return after

    text = _CLOSED_PARAGRAPH.sub(lambda m: note("shifted_bytes", m[0], "。”") + f"</{m[1]}>", text)
    text = _SHIFTED.sub(lambda m: note("shifted_bytes", m[0], _realigned(m[0])), text)
    text = _LOST_TAG.sub(lambda m: note("stray_tag", m[0], "?") + f"</{m[1]}>", text)
    return text, [repair for repair in repairs if repair.before != repair.after]


def _realigned(run: str) -> str:
    """A run that starts with `?` read again with the lead byte A1 in its place; the run where that fails."""
    try:
        body = run[1:].replace("!", "！", 1).encode("gb18030")
        again = (b"\xa1" + body).decode("gb18030")
    except UnicodeError:
        return run
    sound = again.startswith(_AFTER_SHIFT) and all(_CHINESE.match(char) for char in again[2:])
    return again if sound else run
