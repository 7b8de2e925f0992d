"""Where apps above say what they take from a report: what it quotes is learning's business, not ours."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.meetings.forms.archive_slots import Decision, Part
from yixian.web.meetings.models import ArchiveDraft, Meeting
from yixian.web.organisations.models import Member


@dataclass(frozen=True)
class History:
    """What accepting a report has made or found: the meeting of each part, and each unit by its name."""

    draft: ArchiveDraft
    meetings: dict[str, Meeting]
    unit: Callable[[str], Member | None]


@dataclass(frozen=True)
class Taker:
    """An app's share of a report: the parts it proposes, and what it does with those that were taken."""

    key: str
    parts: Callable[[dict[str, Any]], list[Part]]
    take: Callable[[Person, History, Decision], list[Any]]


TAKERS: dict[str, Taker] = {}


def register(taker: Taker) -> None:
    """Add an app's taker (again: replace it)."""
    TAKERS[taker.key] = taker


def parts_of_takers(record: dict[str, Any]) -> list[Part]:
    """The parts that apps above propose for this record."""
    return [part for taker in TAKERS.values() for part in taker.parts(record)]
