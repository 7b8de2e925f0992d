"""How many people and unions took part in a meeting."""

from __future__ import annotations

from yixian.archive.clean.text import CleanText
from yixian.archive.extract.numbers import Number, numbers
from yixian.archive.facts import Confidence, Fact
from yixian.archive.lexicon.measures import PEOPLE_NOUNS, PEOPLE_UNITS, PEOPLE_VERBS, UNION_NOUNS, UNION_UNITS

_NEAR = 30


def participants(text: CleanText, spans: list[tuple[int, int]]) -> Fact[int] | None:
    """The number of people who came; less sure where sentences name different numbers, and then the largest."""
    found = _people(text, spans)
    if not found:
        return None
    best = max(found, key=lambda number: number.value)
    agreed = len({number.value for number in found}) == 1
    confidence: Confidence = "high" if agreed else "low"
    note = "" if agreed else "several_numbers"
    return text.fact(best.value, (best.start, best.end), confidence, qualifier=best.qualifier, note=note)


def counted_people(text: CleanText, spans: list[tuple[int, int]]) -> tuple[str, ...]:
    """All different counts of people in the sentences, as written."""
    return tuple(dict.fromkeys(text.simplified[n.start : n.end] for n in _people(text, spans)))


def unions_attending(text: CleanText, spans: list[tuple[int, int]]) -> Fact[int] | None:
    """The number of unions that came to the meeting."""
    for start, end in spans:
        for number in numbers(text.folded, start, end, UNION_UNITS):
            if number.value > 1 and UNION_NOUNS.match(text.folded[number.end : end]):
                return text.fact(number.value, (number.start, number.end), qualifier=number.qualifier)
    return None


def _people(text: CleanText, spans: list[tuple[int, int]]) -> list[Number]:
    """Counts of people who took part, in the sentences of one meeting."""
    found = []
    for start, end in spans:
        for number in numbers(text.folded, start, end, PEOPLE_UNITS):
            after = text.folded[number.end : end]
            near = text.folded[max(start, number.start - _NEAR) : min(end, number.end + _NEAR)]
            counted = PEOPLE_NOUNS.match(after) or text.folded[number.end - 1] == "人"
            if number.value > 1 and counted and PEOPLE_VERBS.search(near):
                found.append(number)
    return found
