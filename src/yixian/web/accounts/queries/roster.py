"""The pages of roster imports."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.core.paginator import Page
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from yixian.documents.roster_columns import BY_KEY
from yixian.documents.roster_words import CHOICES, shown_as
from yixian.web.accounts.models import Person, RosterImport
from yixian.web.accounts.roster.numbers import counts
from yixian.web.accounts.roster.words import language_of_page, sentence_of
from yixian.web.accounts.rules import can_accept_roster, can_drop_roster
from yixian.web.shared.paging import Paginator
from yixian.web.shared.policy import may
from yixian.web.shared.prepared import Asker, Prepared
from yixian.web.shared.text import mask_phone

PER_PAGE = 20
MOST_PROBLEMS = 300


def imports_visible_to(person: Person) -> QuerySet[RosterImport]:
    """The roster imports of the person's federation, newest first."""
    if not may(person, "accounts.import_roster"):
        return RosterImport.objects.none()
    return RosterImport.objects.filter(federation_id=person.federation_id)


def import_visible_to(person: Person, pk: int) -> RosterImport | None:
    """One of those imports, or None."""
    return IMPORT.first(by=person, pk=pk)


IMPORT: Prepared[RosterImport] = Prepared(
    lambda by, pk: imports_visible_to(by).filter(pk=pk), by=Asker, pk=int
)


class Change(NamedTuple):
    """One value: what it is called, before, after."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Row:
    """A unit, a person or a venue in the dry run."""

    row: int
    name: str
    do: str
    changes: list[Change]
    parts: list["Row"]
    left: str


@dataclass(frozen=True)
class ImportPage:
    """A dry run, or what became of it."""

    draft: RosterImport
    counts: dict[str, int]
    problems: list[dict[str, Any]]
    error_count: int
    notice_count: int
    more_problems: int
    units: Page
    left: list[str]
    show: str
    can_accept: bool
    can_drop: bool


def import_page(person: Person, draft: RosterImport, *, show: str, number: int | str) -> ImportPage:
    """One dry run as this person sees it; `show` is all or changed (units to which something happens).

    Units to which something happens come first: nobody should have to look for them on the second page.
    """
    units = sorted(draft.steps.get("units", []), key=lambda unit: not _happens(unit))
    if show == "changed":
        units = [unit for unit in units if _happens(unit)]
    reader = Reader(language_of_page())
    page = Paginator(units, PER_PAGE).get_page(number)
    page.object_list = [reader.unit(unit) for unit in page.object_list]
    in_order = sorted(draft.problems, key=lambda problem: (problem["level"] != "error", problem["row"]))
    errors = len(draft.errors)
    return ImportPage(
        draft=draft,
        counts=counts(draft.steps),
        problems=[{**problem, "sentence": sentence_of(problem)} for problem in in_order[:MOST_PROBLEMS]],
        error_count=errors,
        notice_count=len(draft.problems) - errors,
        more_problems=max(0, len(draft.problems) - MOST_PROBLEMS),
        units=page,
        left=draft.steps.get("left", []),
        show=show,
        can_accept=can_accept_roster(person, draft),
        can_drop=can_drop_roster(person, draft),
    )


def _happens(unit: dict[str, Any]) -> bool:
    """Whether anything becomes of a unit, its people or its venues."""
    return any(step["do"] != "same" for step in (unit, *unit["people"], *unit["venues"]))


class Reader:
    """Stored steps as rows, in one language: it is asked for once and not for each value."""

    CODED = {"phone", *CHOICES}

    def __init__(self, language: str) -> None:
        self.language = language
        self.words: dict[tuple[str, str], str] = {}
        self.headers = {key: column.header(language) for key, column in BY_KEY.items()}

    def unit(self, unit: dict[str, Any]) -> Row:
        """A unit with those of its people and venues to whom something happens."""
        parts = [self._row(step) for step in (*unit["people"], *unit["venues"]) if step["do"] != "same"]
        return self._row(unit, parts, _(", ").join(unit["left"]))

    def _row(self, step: dict[str, Any], parts: list[Row] | None = None, left: str = "") -> Row:
        changes = [
            Change(
                self.headers[key],
                self._shown(key, old) if old and key in self.CODED else old,
                self._shown(key, new) if new and key in self.CODED else new,
            )
            for key, old, new in step["changes"]
            if old or new
        ]
        return Row(step["row"], step["name"], step["do"], changes, parts or [], left)

    def _shown(self, key: str, value: str) -> str:
        """A phone number masked, a code in words."""
        if key == "phone":
            return mask_phone(value)
        if (key, value) not in self.words:
            self.words[key, value] = shown_as(key, value, self.language)
        return self.words[key, value]
