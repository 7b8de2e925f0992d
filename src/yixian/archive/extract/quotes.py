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
from yixian.archive.lexicon.posts import HEADS

_QUOTED = re.compile(r"“(?P<words>[^“”\n]{8,400})”")
_CLAUSE = re.compile("[^,。;!?:“”\n]*$")
_AFTER_QUOTE = re.compile("[,。]?(?P<clause>[^,。;!?:“”\n]+)")
_SAYING = re.compile(f"(?:[\u4e00-\u9fff]{{0,6}}?地|现场|也|则|这样|如是|笑着)?(?:{SPEAKS.pattern})")
_POST_BEFORE = re.compile(f"(?:{'|'.join(HEADS)}|干部|职工|的)$")
_REACH = 20


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
    """Who is quoted: named in the clause right after the quotation, or in the one that leads to it."""
    for at in (*_after(text.folded, match.end()), *_before(text.folded, match.start())):
        found = name_at(text.folded, at)
        if found and _SAYING.match(text.folded, found[0][1], found[0][1] + _REACH):
            return text.words(found[0]) if _opens(text.folded, at) else text.words(found[0], "medium")
    return None


def _opens(text: str, at: int) -> bool:
    """Whether a name stands at the start of its clause or right after a post."""
    return not re.match("[\u4e00-\u9fff]", text[at - 1 : at]) or bool(
        _POST_BEFORE.search(text[max(0, at - 6) : at])
    )


def _after(text: str, end: int) -> range:
    """Positions in the clause after a quotation, on the same line, at which a name might begin."""
    clause = _AFTER_QUOTE.match(text, end, end + 2 * _REACH)
    return range(clause.start("clause"), clause.end("clause")) if clause else range(0)


def _before(text: str, quote: int) -> range:
    """Positions in the clause before a quotation at which a name might begin."""
    if text[max(0, quote - 1) : quote] not in (":", ","):
        return range(0)
    end = quote - 1
    clause = _CLAUSE.search(text[max(0, end - 2 * _REACH) : end])
    return range(end - len(clause[0]), end) if clause else range(0)
