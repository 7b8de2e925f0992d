"""The list of versions, without what is stored of each as JSON."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.db.models.fields.json import KT

from yixian.web.accounts.models import Person
from yixian.web.planning.models import YearPlan
from yixian.web.planning.queries.paging import page_of
from yixian.web.planning.queries.plans import plans_visible_to
from yixian.web.shared.paging import how_many
from yixian.web.shared.prepared import Asker, PreparedRows


@dataclass(frozen=True)
class VersionLine:
    """A version as the list shows it; without points before its first solve."""

    pk: int
    programme: str
    version: int
    note: str
    state: str
    first_month: str
    months: int
    made_by: str | None
    made_at: datetime
    points: int | None

    COLUMNS = (
        "pk", "programme__name", "version", "note", "state", "first_month", "months", "made_by__name", "made_at",
    )  # fmt: skip


def _lines(by: Person, part: slice) -> QuerySet[YearPlan, Any]:
    plans = plans_visible_to(by).order_by("-pk").values_list(*VersionLine.COLUMNS)
    return plans.annotate(points=KT("certificate__objective"))[part]


VERSIONS = PreparedRows(_lines, by=Asker, part=slice)
NUMBER = PreparedRows(lambda by: how_many(plans_visible_to(by)), by=Asker)


def versions_page(person: Person, number: str | None) -> Page[VersionLine]:
    """One page of the versions that a person may see, newest first."""
    return page_of(VersionLine, VERSIONS, NUMBER, number, by=person)
