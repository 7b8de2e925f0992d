"""The federations below: whether the method works, where, and what spread. Figures only, no names, no records."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django_scopes import scopes_disabled

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Experience
from yixian.web.learning.queries.library import experiences_published_below
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Federation
from yixian.web.reports.queries.figures import figures_below, figures_by_year, with_shares, years_held
from yixian.web.shared import policy

SUMMED = ("held", "invited", "present", "problems", "solved", "published", "started", "adopted")
SHOWN = ("title", "federation__name", "member__short_name", "topic__name")


def federations_below(person: Person) -> QuerySet[Federation]:
    """The federations directly below, for the office above and nobody else."""
    if not policy.may(person, "reports.see_below"):
        return Federation.objects.none()
    return Federation.objects.filter(parent_id=person.federation_id).order_by("name")


@dataclass(frozen=True)
class UpperHome:
    """The first page of a federation above: a row of figures per federation, their sum, what was published."""

    rows: list[dict[str, Any]]
    total: dict[str, Any]
    published: list[Experience]


@dataclass(frozen=True)
class BelowPage:
    """One federation below: its figures, those of each year, and what it has published."""

    federation: Federation
    row: dict[str, Any]
    years: list[tuple[str, dict[str, Any]]]
    published: list[Experience]


def upper_home(person: Person) -> UpperHome:
    """Read the page (two queries)."""
    with scopes_disabled():
        rows = figures_below(person.federation_id)
        total = {name: sum(row[name] for row in rows) for name in SUMMED}
        return UpperHome(rows, with_shares(total), list(experiences_published_below(person).only(*SHOWN)[:6]))


def below_page(person: Person, federation: Federation) -> BelowPage:
    """Read the roll-up of one federation below: all time and its last three years."""
    with scopes_disabled():
        years = years_held(Meeting.objects.filter(federation=federation))[:3]
        whole, *yearly = figures_by_year(federation.pk, ["", *years])
        published = experiences_published_below(person).filter(federation=federation).only(*SHOWN)
        return BelowPage(
            federation=federation,
            row=whole,
            years=list(zip(years, yearly, strict=True)),
            published=list(published[:12]),
        )
