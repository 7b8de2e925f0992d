"""The federations below: whether the method works, where, and what spread. Figures only, no names, no records."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Experience
from yixian.web.learning.queries.library import experiences_published_below
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Federation
from yixian.web.reports.queries.figures import figures_below, figures_by_year, with_shares, years_held
from yixian.web.shared import policy
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows

SUMMED = ("held", "invited", "present", "problems", "solved", "published", "started", "adopted")
MOST, MOST_OF_ONE = 6, 12
SHOWN = ("pk", "title", "federation__name", "member__short_name", "topic__name")


def federations_below(person: Person) -> QuerySet[Federation]:
    """The federations directly below, for the office above and nobody else."""
    if not policy.may(person, "reports.see_below"):
        return Federation.objects.none()
    return Federation.objects.filter(parent_id=person.federation_id).order_by("name")


class Published(NamedTuple):
    """An experience of a federation below that everybody above can read."""

    pk: int
    title: str
    federation: str
    member: str
    topic: str | None


@dataclass(frozen=True)
class UpperHome:
    """The first page of a federation above: a row of figures per federation, their sum, what was published."""

    rows: list[dict[str, Any]]
    total: dict[str, Any]
    published: list[Published]


@dataclass(frozen=True)
class BelowPage:
    """One federation below: its figures, those of each year, and what it has published."""

    federation: Federation
    row: dict[str, Any]
    years: list[tuple[str, dict[str, Any]]]
    published: list[Published]


def federation_below(person: Person, pk: int) -> Federation | None:
    """One of the federations directly below, or None."""
    return ONE_BELOW.first(by=person, pk=pk)


def upper_home(person: Person) -> UpperHome:
    """Read the page (two queries)."""
    rows = figures_below(person.federation_id)
    total = {name: sum(row[name] for row in rows) for name in SUMMED}
    return UpperHome(rows, with_shares(total), [Published(*each) for each in LATEST.all(by=person)])


def below_page(person: Person, federation: Federation) -> BelowPage:
    """Read the roll-up of one federation below: all time and its last three years."""
    years = sorted(YEARS.one_column(federation=federation.pk), reverse=True)[:3]
    whole, *yearly = figures_by_year(federation.pk, ["", *years])
    published = LATEST_OF.all(by=person, federation=federation.pk)
    return BelowPage(
        federation=federation,
        row=whole,
        years=list(zip(years, yearly, strict=True)),
        published=[Published(*each) for each in published],
    )


def _years(federation: int) -> QuerySet[Meeting, Any]:
    return years_held(Meeting.objects.filter(federation=federation))


def _latest(by: Person) -> QuerySet[Experience, Any]:
    return experiences_published_below(by).values_list(*SHOWN)[:MOST]


def _latest_of(by: Person, federation: int) -> QuerySet[Experience, Any]:
    published = experiences_published_below(by).filter(federation=federation)
    return published.values_list(*SHOWN)[:MOST_OF_ONE]


ONE_BELOW: Prepared[Federation] = Prepared(
    lambda by, pk: federations_below(by).filter(pk=pk), by=Asker, pk=int
)
YEARS = PreparedRows(_years, federation=int)
LATEST = PreparedRows(_latest, by=Asker)
LATEST_OF = PreparedRows(_latest_of, by=Asker, federation=int)
