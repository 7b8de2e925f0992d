"""The meetings that a report tells of: day, host, people, what was seen, and the hosts of earlier ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from yixian.archive.clean.text import CleanText
from yixian.archive.draft import EarlierHost, Meeting
from yixian.archive.extract.counts import participants, unions_attending
from yixian.archive.extract.dates import Day, days
from yixian.archive.extract.hosts import earlier_year, hosts_in, is_earlier
from yixian.archive.extract.organisations import Mention
from yixian.archive.extract.places import meeting_kind
from yixian.archive.extract.series import is_about_series
from yixian.archive.facts import Fact
from yixian.archive.lexicon.events import GOES_ON, MEETING_WORDS, PROCESS, VISIT_WORDS

_SHORTEST_PROCESS = 3


@dataclass
class _Event:
    """Sentences that tell of the same meeting."""

    day: Day | None
    spans: list[tuple[int, int]] = field(default_factory=list)
    hosts: list[Mention] = field(default_factory=list)


@dataclass(frozen=True)
class Told:
    """What a report tells of meetings: those held, with the sentences of each, and earlier hosts."""

    meetings: tuple[Meeting, ...]
    earlier: tuple[EarlierHost, ...]


def told_meetings(text: CleanText, mentions: tuple[Mention, ...], published: date | None) -> Told:
    """Meetings by date, undated last, without representatives (people are read later)."""
    events: list[_Event] = []
    earlier: dict[str, EarlierHost] = {}
    for start, end in text.sentences:
        if start < text.body_start:
            continue
        found = list(days(text.folded, start, end, published))
        here = hosts_in(text, mentions, (start, end))
        if not found and here and is_earlier(text.folded[start:end]):
            for host in here:
                fact = EarlierHost(host_fact(text, host), earlier_year(text, start, host.start, published))
                earlier.setdefault(host.name, fact)
            continue
        if not found and is_about_series(text.folded[start:end]) and not here:
            continue
        _add(events, text, (start, end), found, here)
    kept = [event for event in events if event.hosts or (event.day and _tells(text, event))]
    held = {host.name for event in kept for host in event.hosts}
    meetings = [_meeting(text, mentions, event) for event in kept]
    meetings.sort(key=lambda m: (m.date is None, m.date.value if m.date else date.min))
    return Told(tuple(meetings), tuple(e for name, e in earlier.items() if name not in held))


def host_fact(text: CleanText, host: Mention) -> Fact[str]:
    """The full name of a host as the report writes it."""
    if host.sure:
        return text.words((host.start, host.end))
    return text.words((host.start, host.end), "medium", note="name_start_unclear")


def _add(
    events: list[_Event], text: CleanText, span: tuple[int, int], found: list[Day], here: list[Mention]
) -> None:
    """Put a sentence with the meeting it tells of: by its day, else by its host, else with the one before."""
    if not found:
        _continue(events, text, span, here)
        return
    for number, day in enumerate(found):
        until = found[number + 1].start if number + 1 < len(found) else span[1]
        since = day.start if number else span[0]
        own = [host for host in here if since <= host.start < until]
        event = next((e for e in events if e.day and _same_day(e.day, day, text)), None)
        if event is None:
            if not (own or _about_meeting(text.folded[since:until])):
                continue
            event = _Event(day)
            events.append(event)
        event.spans.append((since, until) if len(found) > 1 else span)
        event.hosts.extend(own)


def _continue(events: list[_Event], text: CleanText, span: tuple[int, int], here: list[Mention]) -> None:
    """A sentence without a day: it goes on with the last meeting, or with the one of the same host."""
    if not events:
        if here:
            events.append(_Event(None, [span], list(here)))
        return
    names = {host.name for host in here}
    event = next((e for e in events if names & {host.name for host in e.hosts}), events[-1])
    if names or _about_meeting(text.folded[slice(*span)]) or GOES_ON.search(text.folded, *span):
        event.spans.append(span)
        event.hosts.extend(here)


def _same_day(one: Day, other: Day, text: CleanText) -> bool:
    """Whether two mentions name the same day, also where neither has a year."""
    if one.value or other.value:
        return one.value == other.value
    return text.folded[one.start : one.end] == text.folded[other.start : other.end]


def _about_meeting(sentence: str) -> bool:
    """Whether a sentence speaks of a visit or a meeting at all."""
    return bool(VISIT_WORDS.search(sentence) or MEETING_WORDS.search(sentence))


def _tells(text: CleanText, event: _Event) -> bool:
    """Whether a dated event without a host is still a meeting."""
    return any(_about_meeting(text.folded[start:end]) for start, end in event.spans)


def _meeting(text: CleanText, mentions: tuple[Mention, ...], event: _Event) -> Meeting:
    """The facts of one event."""
    hosts = list({host.name: host for host in reversed(event.hosts)}.values())[::-1]
    day, last = _day_facts(text, event.day)
    return Meeting(
        date=day,
        end_date=last,
        host=host_fact(text, hosts[0]) if hosts else None,
        also_visited=tuple(host_fact(text, host) for host in hosts[1:]),
        venue_kind=meeting_kind(text, mentions, hosts[0], event.spans) if hosts else None,
        participants=participants(text, event.spans),
        unions_attending=unions_attending(text, event.spans),
        process_seen=_process(text, event.spans),
    )


def _day_facts(text: CleanText, day: Day | None) -> tuple[Fact[date] | None, Fact[date] | None]:
    """First and last day as facts; none where the year cannot be told."""
    if not day or not day.value:
        return None, None
    span, basis = (day.start, day.end), "inferred" if day.note else "stated"
    first = text.fact(day.value, span, day.confidence, basis=basis, note=day.note)  # type: ignore[arg-type]
    if not day.last:
        return first, None
    return first, text.fact(day.last, span, day.confidence, basis=basis, note=day.note)  # type: ignore[arg-type]


def _process(text: CleanText, spans: list[tuple[int, int]]) -> Fact[str] | None:
    """The process that the visitors watched."""
    for start, end in spans:
        for match in PROCESS.finditer(text.folded, start, end):
            begin, finish = match.span("process")
            verbs = [verb.end() for verb in VISIT_WORDS.finditer(text.folded, begin, finish)]
            begin = verbs[-1] if verbs else begin
            if finish - begin > _SHORTEST_PROCESS:
                return text.words((begin, finish))
    return None
