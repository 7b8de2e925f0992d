"""How far problems and borrowings have come: each stage holds those that went further."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.learning.models import Adoption
from yixian.web.learning.states import ADOPTION_TONES
from yixian.web.problems.models import Problem
from yixian.web.reports.queries.numbers import DAYS, MOMENTS, Spanned, within


@dataclass(frozen=True)
class Stage:
    """One stage of a funnel: how many, its share of the first stage, and the list it opens."""

    label: str
    count: int
    percent: int
    url: str


def _by_state(rows: QuerySet[Any]) -> QuerySet[Any]:
    """How many rows stand in each state."""
    return rows.order_by().values_list("state").annotate(Count("pk"))


def _found(federation: int, first: Any, last: Any) -> QuerySet[Any]:
    return _by_state(Problem.objects.filter(within("found_on", first, last), federation=federation))


def _started(federation: int, start: Any, end: Any) -> QuerySet[Any]:
    return _by_state(Adoption.objects.filter(within("started_at", start, end), federation=federation))


FOUND, STARTED = Spanned(_found, **DAYS), Spanned(_started, **MOMENTS)


def problem_stages(federation_id: int, year: str) -> list[Stage]:
    """Found, given to an owner, reported as solved, confirmed: each stage holds those that went further."""
    n = dict(FOUND.all(federation_id, year))
    url = reverse("problems:list")
    closed, solved, assigned = n.get("closed", 0), n.get("solved", 0), n.get("assigned", 0)
    found = closed + solved + assigned + n.get("found", 0) + n.get("dropped", 0)
    return _stages([
        (_("found"), found, f"{url}?view=open"),
        (_("given to an owner"), closed + solved + assigned, f"{url}?view=open"),
        (_("reported as solved"), closed + solved, f"{url}?view=confirm"),
        (_("confirmed and closed"), closed, f"{url}?view=closed"),
    ])  # fmt: skip


def adoption_stages(federation_id: int, year: str) -> list[Stage]:
    """From interest to adoption; dropped ones count where they began."""
    n = dict(STARTED.all(federation_id, year))
    url = reverse("learning:adoptions")
    adopted, trying, contact = (n.get(state, 0) for state in ("adopted", "trying", "contact"))
    return _stages([
        (_("interested"), sum(n.get(state, 0) for state in ADOPTION_TONES), url),
        (_("in contact"), adopted + trying + contact, f"{url}?state=contact"),
        (_("trying"), adopted + trying, f"{url}?state=trying"),
        (_("adopted"), adopted, f"{url}?state=adopted"),
    ])  # fmt: skip


def _stages(rows: list[tuple[str, int, str]]) -> list[Stage]:
    whole = rows[0][1] or 1
    return [Stage(label, count, round(100 * count / whole), url) for label, count, url in rows]
