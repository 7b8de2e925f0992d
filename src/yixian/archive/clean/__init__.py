"""From bytes to clean, aligned text: decode, take the main text, repair, remove noise, convert the script."""

from __future__ import annotations

import re

from yixian.archive.clean.body import find_body
from yixian.archive.clean.decode import decode
from yixian.archive.clean.markup import read_markup
from yixian.archive.clean.mojibake import repair
from yixian.archive.clean.pinyin_noise import remove_pinyin
from yixian.archive.clean.script import to_simplified
from yixian.archive.clean.text import CleanText
from yixian.archive.errors import NotAReport
from yixian.archive.facts import Repair

__all__ = ["CleanText", "clean"]

MAX_LETTERS = 50_000
"""A long report has 5,000 characters; whole books would only cost time."""

_CHINESE = re.compile("[\u4e00-\u9fff]")
_LEAST_CHINESE = 20
_LEAST_SHARE = 0.2


def clean(data: bytes, *, filename: str = "") -> tuple[CleanText, bool]:
    """The cleaned report and whether its first line is a title; raises `NotAReport` for what isn't text."""
    text, repairs = repair(decode(data))
    marked = read_markup(text, page=filename.lower().endswith((".html", ".htm", ".xhtml")))
    _check_amount(marked.lines)
    body = find_body(marked)
    lines = []
    for line in body.lines:
        plain, removed = remove_pinyin(line)
        lines.append(plain)
        repairs += removed
    original = "\n".join(lines)
    simplified = to_simplified(original)
    if simplified != original:
        repairs += (Repair("script", "", ""),)
    start = sum(len(line) + 1 for line in lines[: body.head])
    return CleanText(original, simplified, min(start, len(original)), _gathered(repairs)), body.title


def _check_amount(lines: tuple[str, ...]) -> None:
    """Refuse what has no words, hardly any Chinese, or far more than a report has."""
    letters = sum(char.isalpha() for line in lines for char in line)
    chinese = sum(len(_CHINESE.findall(line)) for line in lines)
    if not letters:
        raise NotAReport("empty")
    if letters > MAX_LETTERS:
        raise NotAReport("too_long")
    if chinese < _LEAST_CHINESE or chinese < _LEAST_SHARE * letters:
        raise NotAReport("not_chinese")


def _gathered(repairs: tuple[Repair, ...]) -> tuple[Repair, ...]:
    """Repairs of the same kind and example as one; shifted bytes stay apart, each has its own place."""
    gathered: dict[tuple[str, str], Repair] = {}
    for item in repairs:
        key = (item.code, item.before if item.code == "shifted_bytes" else "")
        known = gathered.get(key)
        count = item.count + (known.count if known else 0)
        first = known or item
        gathered[key] = Repair(first.code, first.before, first.after, count)
    return tuple(gathered.values())
