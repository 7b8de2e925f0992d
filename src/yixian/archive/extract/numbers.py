"""Numbers as people write them: 50, ５０, 四十二, 五十余, 近百, 1.2万 — with how the text limits them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yixian.archive.facts import Qualifier
from yixian.archive.lexicon.measures import AFTER, BEFORE

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_NUMBER = r"(?:\d{1,3}(?:,\d{3})+|\d{1,7}(?:\.\d{1,2}(?=万))?|[零〇一二三四五六七八九十百千两]{1,9})万?"
_BEFORE = "|".join(sorted((word for word, _ in BEFORE), key=len, reverse=True))
_AFTER = "|".join(word for word, _ in AFTER)


@dataclass(frozen=True)
class Number:
    """A counted number in the folded text; the span holds its limiting words and the measure word."""

    value: int
    start: int
    end: int
    qualifier: Qualifier


def chinese_number(words: str) -> int | None:
    """The value of digits or Chinese numerals such as 四十二 or 1.2万; None where they make no number."""
    words, ten_thousand = (words[:-1], 10_000) if words.endswith("万") else (words, 1)
    plain = words.replace(",", "")
    if plain.isascii():
        number = float(plain) * ten_thousand
        return int(number) if number == int(number) else None
    if all(char in _DIGITS for char in words):
        value = int("".join(str(_DIGITS[char]) for char in words))
        return value * ten_thousand if len(words) == 1 or "〇" in words or "零" in words else None
    return _by_units(words, ten_thousand)


def _by_units(words: str, factor: int) -> int | None:
    """A numeral written with 十, 百, 千, largest first."""
    total, digit, last = 0, None, 10_000
    for char in words:
        if char in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[char]
        else:
            unit = _UNITS[char]
            if unit >= last:
                return None
            total += (1 if digit is None or (digit == 0 and unit == 10) else digit) * unit
            digit, last = None, unit
    return (total + (digit or 0)) * factor


def numbers(text: str, start: int, end: int, units: str) -> Iterator[Number]:
    """All numbers in a stretch of folded text that stand before one of the measure words (a|b|c)."""
    pattern = re.compile(
        rf"(?<![\d.第几数零〇一二三四五六七八九十百千两:])(?P<before>{_BEFORE})?(?P<number>{_NUMBER})"
        rf"(?P<after>{_AFTER})?(?P<unit>{units})(?P<late>左右|以上)?"
    )
    for match in pattern.finditer(text, start, end):
        value = chinese_number(match["number"])
        if value is not None and value > 0:
            yield Number(value, match.start(), match.end(), _qualifier(match))


def _qualifier(match: re.Match[str]) -> Qualifier:
    """How the words around the number limit it."""
    if match["late"] == "以上":
        return "more_than"
    words: dict[str, Qualifier] = {**dict(BEFORE), **dict(AFTER)}
    for group in ("after", "before", "late"):
        if match[group]:
            return words[match[group]]
    return "exact"
