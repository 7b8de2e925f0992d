"""Take out pinyin that a page put in brackets after a character, such as 会(huì); other brackets stay."""

from __future__ import annotations

import re

from yixian.archive.facts import Repair

_TONE = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ"
_BRACKET = re.compile(
    rf"(?<=[\u4e00-\u9fff])[(（]\s*([a-zü{_TONE}]{{1,7}}[1-5]?(?:\s[a-zü{_TONE}]{{1,7}}[1-5]?)*)\s*[)）]"
)
_MARKED = re.compile(f"[{_TONE}]")


def remove_pinyin(text: str) -> tuple[str, tuple[Repair, ...]]:
    """The text without bracketed pinyin, and what was taken out.

    A bracket goes when it carries tone marks, or when it spells a reading of the characters before it.
    """
    removed: list[str] = []

    def replace(match: re.Match[str]) -> str:
        if _MARKED.search(match[1]) or _spells(match[1].split(), text[: match.start()]):
            removed.append(match[0])
            return ""
        return match[0]

    cleaned = _BRACKET.sub(replace, text)
    return cleaned, (Repair("pinyin", removed[0], "", len(removed)),) if removed else ()


def _spells(syllables: list[str], before: str) -> bool:
    """Whether the syllables, with or without tone digits, are readings of the last characters before them."""
    from pypinyin import Style, pinyin

    for syllable, char in zip(reversed(syllables), reversed(before[-len(syllables) :]), strict=False):
        plain = {
            reading
            for (*readings,) in pinyin(char, style=Style.NORMAL, heteronym=True)
            for reading in readings
        }
        if syllable.rstrip("12345") not in plain:
            return False
    return len(before) >= len(syllables)
