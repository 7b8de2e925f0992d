"""What the report says about the series: its names, how often, how many unions, who hosts, since when."""

from __future__ import annotations

import re
from datetime import date

from yixian.archive.clean.text import CleanText
from yixian.archive.draft import Series
from yixian.archive.extract.numbers import numbers
from yixian.archive.facts import Fact
from yixian.archive.lexicon.events import (
    CADENCE_OF,
    CADENCES,
    HOST_RULES,
    MEETING_WORDS,
    METHOD_AFTER,
    METHOD_NAME,
    SERIES_NAME,
)
from yixian.archive.lexicon.measures import UNION_NOUNS, UNION_UNITS

_QUOTED = re.compile(r"“(?P<name>[^“”,。;\n]{2,16})”")
_SINCE = re.compile(
    r"(?P<words>(?P<year>(?:19|20)\d\d)年|去年|前年|今年)(?:\d{1,2}月|初|下半年|上半年)?(?:以来|起|开始)"
)
_BACK = {"今年": 0, "去年": 1, "前年": 2}


def series(text: CleanText, published: date | None) -> Series:
    """The series as far as its own sentences describe it."""
    about = [span for span in text.sentences if is_about_series(text.folded[slice(*span)])]
    return Series(
        method_name=_method_name(text),
        name=_series_name(text, about),
        cadence=_coded(text, about, CADENCES),
        member_unions=_member_unions(text, about),
        host_rule=_coded(text, about, HOST_RULES),
        since_year=_since(text, about, published),
    )


def is_about_series(sentence: str) -> bool:
    """Whether a sentence speaks of the series and not only of one meeting."""
    regular = any(pattern.search(sentence) for _, pattern in (*CADENCES, *HOST_RULES)) or "机制" in sentence
    return regular and bool(CADENCE_OF.search(sentence) or MEETING_WORDS.search(sentence))


def _method_name(text: CleanText) -> Fact[str] | None:
    """A quoted phrase that calls itself a way of working, or that the text calls a mechanism or a mode."""
    called: tuple[int, int] | None = None
    for match in _QUOTED.finditer(text.folded, text.body_start):
        if METHOD_NAME.search(match["name"]):
            return text.words(match.span("name"))
        if called is None and METHOD_AFTER.match(text.folded, match.end()):
            called = match.span("name")
    return text.words(called, "medium") if called else None


def _series_name(text: CleanText, about: list[tuple[int, int]]) -> Fact[str] | None:
    """The longest name that ends in 例会 or the like in the sentences about the series."""
    spans = [m.span("name") for start, end in about for m in SERIES_NAME.finditer(text.folded, start, end)]
    best = max(spans, key=lambda span: (span[1] - span[0], -span[0]), default=None)
    return text.words(best, "medium") if best else None


def _coded(
    text: CleanText, about: list[tuple[int, int]], table: tuple[tuple[str, re.Pattern[str]], ...]
) -> Fact[str] | None:
    """The first code of a table whose words stand in a sentence about the series."""
    for start, end in about:
        for code, pattern in table:
            match = pattern.search(text.folded, start, end)
            if match:
                return text.fact(code, match.span())
    return None


def _member_unions(text: CleanText, about: list[tuple[int, int]]) -> Fact[int] | None:
    """How many unions take part in the series."""
    for start, end in about:
        for number in numbers(text.folded, start, end, UNION_UNITS):
            if number.value > 1 and UNION_NOUNS.match(text.folded[number.end : end]):
                return text.fact(number.value, (number.start, number.end), qualifier=number.qualifier)
    return None


def _since(text: CleanText, about: list[tuple[int, int]], published: date | None) -> Fact[int] | None:
    """The year since which the series is held; 去年 counts from the year of publication."""
    for start, end in about:
        match = _SINCE.search(text.folded, start, end)
        if match and match["year"]:
            return text.fact(int(match["year"]), match.span())
        if match and published:
            year = published.year - _BACK[match["words"]]
            return text.fact(year, match.span(), basis="inferred", note="year_from_words")
    return None
