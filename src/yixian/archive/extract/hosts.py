"""Which organisations of a sentence were visited, and whether the sentence looks back at earlier visits."""

from __future__ import annotations

import re
from datetime import date

from yixian.archive.clean.text import CleanText
from yixian.archive.extract.organisations import Mention
from yixian.archive.facts import Fact
from yixian.archive.lexicon.events import (
    ARRIVAL,
    EARLIER,
    HOSTED_AFTER,
    HOSTED_BEFORE,
    MEETING_WORDS,
    PLACE_AFTER,
    VISIT_WORDS,
)
from yixian.archive.lexicon.organisations import VISIT_TARGETS

_WEAK = re.compile(r"(?:在|(?<![来开搬])到|位于)$")
_LISTED = re.compile(r"^(?:、[\u4e00-\u9fff]{2,14})?(?:、|和|及|与|以及|,)$")
_JOINED = re.compile(r"参加了?$|先后参加了?$")
_YEAR = re.compile(r"(?P<year>(?:19|20)\d\d)年|去年|前年")


def hosts_in(text: CleanText, mentions: tuple[Mention, ...], span: tuple[int, int]) -> list[Mention]:
    """Organisations of a sentence that were visited or hosted, in order; lists count as a whole."""
    start, end = span
    inside = [m for m in mentions if start <= m.start and m.end <= end and m.kind in VISIT_TARGETS]
    found: list[Mention] = []
    for number, mention in enumerate(inside):
        before = text.folded[start : mention.start - mention.place]
        after = text.folded[mention.end : end]
        gap = text.folded[inside[number - 1].end : mention.start - mention.place] if number else ""
        listed = bool(found) and found[-1] is inside[number - 1] and bool(_LISTED.match(gap))
        if listed or _is_host(before, after, text.folded[start:end]):
            found.append(mention)
    return found


def is_earlier(sentence: str) -> bool:
    """Whether a sentence without a day of its own looks back to earlier meetings."""
    return bool(EARLIER.search(sentence))


def earlier_year(text: CleanText, start: int, end: int, published: date | None) -> Fact[int] | None:
    """The year of an earlier visit, read from the words before the host's name."""
    match = _YEAR.search(text.folded, start, end)
    if match and match["year"]:
        return text.fact(int(match["year"]), match.span())
    if match and published:
        year = published.year - (1 if match[0] == "去年" else 2)
        return text.fact(year, match.span(), basis="inferred", note="year_from_words")
    return None


def _is_host(before: str, after: str, sentence: str) -> bool:
    """Whether the words around an organisation make it the place or the host of a meeting."""
    about = bool(VISIT_WORDS.search(sentence) or MEETING_WORDS.search(sentence))
    if HOSTED_AFTER.match(after) or (
        HOSTED_BEFORE.search(before) and (":" in before[-2:] or "承办" in after[:8])
    ):
        return about or "承办" in sentence
    if _JOINED.search(before):
        return bool(re.search(r"观摩|参观|交流|例会", after))
    if not ARRIVAL.search(before) or not about:
        return False
    return not _WEAK.search(before) or bool(PLACE_AFTER.match(after)) or bool(VISIT_WORDS.search(after))
