"""Where the lines of an agenda come from: each subject offers its own, so that nothing below needs to know it."""

from collections.abc import Callable
from dataclasses import dataclass

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import AgendaItem, Meeting, Report

# The usual order of a meeting; new lines take their place by it.
ORDER = (
    AgendaItem.Kind.OPENING,
    AgendaItem.Kind.PROBLEMS,
    AgendaItem.Kind.REPORT,
    AgendaItem.Kind.EXPERIENCE,
    AgendaItem.Kind.BREAK,
    AgendaItem.Kind.TOUR,
    AgendaItem.Kind.QUESTIONS,
    AgendaItem.Kind.DISCUSSION,
    AgendaItem.Kind.CLOSING,
)


@dataclass(frozen=True)
class Line:
    """A line that a source offers: `source` is a key that stays the same for the same thing ("problem:12").

    A line that `yields` is taken only while there is time left before the meeting's end.
    """

    source: str
    kind: str
    title: str
    minutes: int
    note: str = ""
    speaker: Person | None = None
    report: Report | None = None
    yields: bool = False


Source = Callable[[Meeting], list[Line]]
_SOURCES: dict[str, Source] = {}


def register_source(name: str, source: Source) -> None:
    """Let an app offer lines; the same name again replaces the former."""
    _SOURCES[name] = source


def rank_of(kind: str) -> int:
    """Where a kind of item usually stands."""
    return ORDER.index(AgendaItem.Kind(kind))


def offered_lines(meeting: Meeting) -> list[Line]:
    """Every line offered for the meeting in the usual order, yielding ones only as far as there is time."""
    lines = [line for source in _SOURCES.values() for line in source(meeting)]
    room = minutes_of(meeting) - sum(line.minutes for line in lines if not line.yields)
    taken = []
    for line in lines:
        if line.yields:
            room -= line.minutes
            if room < 0:
                continue
        taken.append(line)
    return sorted(taken, key=lambda line: rank_of(line.kind))


def minutes_of(meeting: Meeting) -> int:
    """How long the meeting is meant to take."""
    if meeting.starts_at is None or meeting.ends_at is None:
        return meeting.programme.usual_minutes
    starts, ends = meeting.starts_at, meeting.ends_at
    return (ends.hour - starts.hour) * 60 + ends.minute - starts.minute
