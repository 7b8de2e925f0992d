"""The reports that were read in: which there are, and how many stand where."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.db.models import Count, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import ArchiveDraft
from yixian.web.meetings.words import times_in_words
from yixian.web.shared import policy
from yixian.web.shared.paging import PreparedPages
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows
from yixian.web.shared.templatetags.ui_dates import day

ROWS = 24
STATE_TONES = {"draft": "wait", "accepted": "good", "dropped": "off"}


def drafts_visible_to(person: Person) -> QuerySet[ArchiveDraft]:
    """The federation's drafts, for its office."""
    if not policy.may(person, "meetings.read_archive"):
        return ArchiveDraft.objects.none()
    drafts = ArchiveDraft.objects.filter(federation_id=person.federation_id)
    return drafts.select_related("federation", "read_by", "decided_by")


@dataclass(frozen=True)
class DraftLine:
    """One report of the list."""

    pk: int
    title: str
    state_words: str
    tone: str
    source_name: str
    read: str
    read_by: str
    decided: str
    decided_by: str


@dataclass(frozen=True)
class DraftList:
    """A page of the reports, and how many stand where: (state, words, number)."""

    page: Page
    state: str
    states: list[tuple[str, str, int]]
    total: int


_LINE = (
    "pk", "title", "state", "source_name", "read_at", "read_by__name", "decided_at", "decided_by__name",
)  # fmt: skip


def _listed(by: Person, state: str) -> QuerySet[ArchiveDraft, Any]:
    drafts = drafts_visible_to(by)
    return (drafts.filter(state=state) if state else drafts).values_list(*_LINE)


def _counted(by: Person) -> QuerySet[ArchiveDraft, Any]:
    return drafts_visible_to(by).order_by().values_list("state").annotate(Count("pk"))


LISTED = PreparedPages(_listed, are_usual=lambda state: True, per_page=ROWS)
COUNTED = PreparedRows(_counted, by=Asker)
DRAFT: Prepared[ArchiveDraft] = Prepared(lambda by, pk: drafts_visible_to(by).filter(pk=pk), by=Asker, pk=int)


def draft_visible_to(person: Person, pk: int) -> ArchiveDraft | None:
    """One report with its text and what was read from it, or None."""
    return DRAFT.first(by=person, pk=pk)


def draft_list(person: Person, state: str, number: str | None) -> DraftList:
    """One page of the reports, of one state unless that is empty or unknown; every state is named."""
    words = {value: str(label) for value, label in ArchiveDraft.State.choices}
    page = LISTED.page(person, state if state in words else "", number)
    page.object_list = _lines(page.object_list, words)
    numbers = dict(COUNTED.all(by=person))
    states = [(value, label, numbers.get(value, 0)) for value, label in words.items()]
    return DraftList(page, state, states, sum(numbers.values()))


def _lines(rows: list[Any], words: dict[str, str]) -> list[DraftLine]:
    when = times_in_words(day)
    return [
        DraftLine(
            pk, title, words[state], STATE_TONES[state], source, when(read_at), read_by or "", when(decided_at),
            decided_by or "",
        )
        for pk, title, state, source, read_at, read_by, decided_at, decided_by in rows
    ]  # fmt: skip
