"""After a cancellation: what each number of changed months would bring, to choose from."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.planning.models import ChangeCurve, YearPlan
from yixian.web.planning.queries.fairness import NAMES
from yixian.web.planning.rules.plans import can_choose_step
from yixian.web.shared.prepared import Prepared


@dataclass(frozen=True)
class MovedMonth:
    """A month with another host or day than before."""

    month: str
    old: str
    new: str
    day: date


@dataclass(frozen=True)
class Point:
    """One point of the curve: at most so many months changed, the points then, and how many fewer than the first."""

    number: int
    changes: int
    points: int
    fewer: int
    moved: list[MovedMonth]
    is_chosen: bool


@dataclass(frozen=True)
class CurvePage:
    """The whole curve; `can_choose` if another point may become the draft."""

    plan: YearPlan
    points: list[Point]
    can_choose: bool


def _curve(plan_id: int) -> QuerySet[ChangeCurve]:
    return ChangeCurve.objects.with_scopes_disabled().filter(plan_id=plan_id)


CURVE: Prepared[ChangeCurve] = Prepared(_curve, plan_id=int)


def curve_page(person: Person, plan: YearPlan) -> CurvePage | None:
    """The curve of a draft that was made after a cancellation; None for other versions."""
    curve = CURVE.first(plan_id=plan.pk)
    if curve is None or not curve.steps:
        return None
    names = dict(NAMES.all(by=person))
    first = curve.steps[0]["points"]
    points = [_point(number, step, first, curve.chosen, names) for number, step in enumerate(curve.steps)]
    return CurvePage(plan, points, can_choose_step(person, plan))


def _point(number: int, step: dict[str, Any], first: int, chosen: int, names: dict[int, str]) -> Point:
    moved = [
        MovedMonth(month, names.get(int(old), ""), names.get(int(new), ""), date.fromisoformat(day))
        for month, old, new, day in step["moved"]
    ]
    return Point(
        number, step["changes"], step["points"], first - step["points"], moved, is_chosen=number == chosen
    )
