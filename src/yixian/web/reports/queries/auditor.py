"""The auditor's first page: figures, what happened lately, and the way to the audit trail."""

from dataclasses import dataclass
from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.reports.queries.figures import figures_of
from yixian.web.reports.queries.home import NextMeeting, next_card
from yixian.web.reports.queries.office import Happening, happenings


@dataclass(frozen=True)
class AuditorHome:
    """Everything on the auditor's first page."""

    next: NextMeeting | None
    row: dict[str, Any]
    lately: list[Happening]


def auditor_home(person: Person) -> AuditorHome:
    """Read the page (six queries)."""
    return AuditorHome(next_card(person), figures_of(person.federation_id), happenings(person))
