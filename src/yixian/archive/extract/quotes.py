"""Quoted words: experiences to borrow, open questions, and offers to host the next time."""

from __future__ import annotations

import re
from typing import Literal

from yixian.archive.clean.text import CleanText
from yixian.archive.draft import HostOffer, NamedPerson, Quote
from yixian.archive.extract.people import name_at
from yixian.archive.extract.topics import subjects
from yixian.archive.facts import Fact
from yixian.archive.lexicon.events import ASKS, BORROWS, OFFER, SPEAKS

_QUOTED = re.compile(r"“(?P<words>[^“”\n]{8,400})”")
_CLAUSE = re.compile("[^,。;!?:“”\n]*$")


def quotes(text: CleanText) -> tuple[Quote, ...]:
    """Quotations that put a question to the others or name something worth borrowing."""
    found = []
    for match in _QUOTED.finditer(text.folded, text.body_start):
        kind = _kind(match["words"])
        if kind:
            words = text.words(match.span("words"))
            found.append(Quote(kind, words, subjects(text, match.span("words")), _speaker(text, match)))
    return tuple(found)


def host_offers(text: CleanText, people: tuple[NamedPerson, ...]) -> tuple[HostOffer, ...]:
    """Offers to receive the others next time, with the speaker's organisation where it is known."""
    found = []
    for match in _QUOTED.finditer(text.folded, text.body_start):
        offer = OFFER.search(text.folded, *match.span("words"))
        if offer:
            speaker = _speaker(text, match)
            known = next((p for p in people if speaker and p.name.value == speaker.value), None)
            organisation = known.organisation if known else None
            found.append(HostOffer(text.words(offer.span()), speaker, organisation))
    return tuple(found)


def _kind(words: str) -> Literal["experience_to_borrow", "open_question"] | None:
    """What kind of quotation it is, or None for one that only comments."""
    if words.endswith("?") and ASKS.search(words):
        return "open_question"
    return "experience_to_borrow" if BORROWS.search(words) else None


def _speaker(text: CleanText, match: re.Match[str]) -> Fact[str] | None:
    """Who is quoted: named right after the quotation, or in the clause that leads to it."""
    after = match.end() + len(re.match(r"[,。]?", text.folded[match.end() :])[0])  # type: ignore[index]
    candidates = [after, *_clause_starts(text.folded, match.start())]
    for at in candidates:
        found = name_at(text.folded, at)
        if found and SPEAKS.match(
            text.folded[found[0][1] : found[0][1] + 12].lstrip("激动的地高兴笑着也在现场")
        ):
            return text.words(*found)
    return None


def _clause_starts(text: str, quote: int) -> list[int]:
    """Positions in the clause before a quotation at which a name might begin."""
    if text[quote - 1 : quote] not in (":", ","):
        return []
    clause = _CLAUSE.search(text[:quote].rstrip(":,"))
    return list(range(clause.start(), quote - 1)) if clause else []
