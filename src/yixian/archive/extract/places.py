"""Kinds of venue: those of the extended method, and the one of a meeting."""

from __future__ import annotations

import re

from yixian.archive.clean.text import CleanText
from yixian.archive.extract.organisations import Mention
from yixian.archive.facts import Fact
from yixian.archive.lexicon.events import MOVED_TO
from yixian.archive.lexicon.venue_kinds import KIND_OF_ORGANISATION, VENUE_KINDS

_WORDS = {word: code for code, words in VENUE_KINDS for word in words}
_KIND = re.compile("|".join(sorted(_WORDS, key=len, reverse=True)))
_REACH = 60


def extended_kinds(text: CleanText, mentions: tuple[Mention, ...]) -> tuple[Fact[str], ...]:
    """Kinds listed after "the meeting room moves to …", each once, in the report's order."""
    found: dict[str, Fact[str]] = {}
    for moved in MOVED_TO.finditer(text.folded):
        end = min(text.sentence_at(moved.start())[1], moved.end() + _REACH)
        for match in _KIND.finditer(text.folded, moved.end(), end):
            if not any(m.start <= match.start() < m.end for m in mentions):
                found.setdefault(_WORDS[match[0]], text.fact(_WORDS[match[0]], match.span()))
            if not re.match(r"[、和及与或]|以及", text.folded[match.end() :]):
                break
    return tuple(found.values())


def meeting_kind(
    text: CleanText, mentions: tuple[Mention, ...], host: Mention, spans: list[tuple[int, int]]
) -> Fact[str] | None:
    """The kind of place in which the host received: said right after its name, or told by what it is."""
    for start, end in spans:
        for match in re.finditer(re.escape(host.name), text.folded[start:end]):
            after = start + match.end()
            said = re.compile(r"(?:的)?[\u4e00-\u9fff]{0,6}?(?=" + _KIND.pattern + ")").match(
                text.folded, after, end
            )
            kind = _KIND.match(text.folded, said.end(), end) if said else None
            if kind:
                return text.fact(_WORDS[kind[0]], kind.span())
    if host.kind in KIND_OF_ORGANISATION:
        return text.fact(
            KIND_OF_ORGANISATION[host.kind], (host.start, host.end), "medium", note="kind_from_name"
        )
    return _elsewhere(text, mentions, spans)


def _elsewhere(
    text: CleanText, mentions: tuple[Mention, ...], spans: list[tuple[int, int]]
) -> Fact[str] | None:
    """The only kind of place spoken of in the sentences of the meeting."""
    words = [m for start, end in spans for m in _KIND.finditer(text.folded, start, end)]
    named = {at for m in mentions for at in range(m.start, m.end)}
    found = {_WORDS[m[0]]: m for m in words if m.start() not in named}
    found = {code: match for code, match in found.items() if code != "subdistrict"}
    if len(found) != 1:
        return None
    ((code, match),) = found.items()
    return text.fact(code, match.span(), "medium", note="kind_from_sentence")
