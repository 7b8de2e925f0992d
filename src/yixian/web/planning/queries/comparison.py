"""Two versions of the year plan side by side."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.planning.models import PlanChoice, YearPlan
from yixian.web.planning.months import months_from
from yixian.web.planning.queries.plans import plans_visible_to
from yixian.web.planning.queries.runs import is_being_solved
from yixian.web.planning.words import language, term_name
from yixian.web.shared.prepared import Asker, PreparedRows

MOST_OTHERS = 30


@dataclass(frozen=True)
class Chosen:
    """What a version says for a month."""

    host_id: int
    host: str
    day: date


@dataclass(frozen=True)
class MonthPair:
    """A month in both versions; a side is None where the version does not have it."""

    month: str
    old: Chosen | None
    new: Chosen | None

    @property
    def kind(self) -> str:
        """same, day, host, or only (in one of both)."""
        if self.old is None or self.new is None:
            return "only"
        if self.old.host_id != self.new.host_id:
            return "host"
        return "same" if self.old.day == self.new.day else "day"


@dataclass(frozen=True)
class TermPair:
    """What one term comes to in both versions."""

    name: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    difference: int


@dataclass(frozen=True)
class OtherVersion:
    """A version to compare with."""

    pk: int
    version: int
    state: str
    note: str

    @property
    def label(self) -> str:
        """What the list calls it."""
        return f"v{self.version} {YearPlan.State(self.state).label} {self.note}".strip()


@dataclass(frozen=True)
class Comparison:
    """Two versions: `old` is compared with, `new` is looked at."""

    old: YearPlan
    new: YearPlan
    months: list[MonthPair]
    terms: list[TermPair]
    moved: int
    only: int
    difference: int | None
    weighs_alike: bool
    running: YearPlan | None
    others: list[OtherVersion]

    @property
    def adds_up_alike(self) -> bool:
        """Their points can be compared: the same months, the same weights."""
        return self.weighs_alike and self.spans_alike

    @property
    def spans_alike(self) -> bool:
        """Both plan the same months."""
        return (self.old.first_month, self.old.months) == (self.new.first_month, self.new.months)


def _chosen(plan_id: int) -> QuerySet[PlanChoice, Any]:
    choices = PlanChoice.objects.with_scopes_disabled().filter(plan_id=plan_id)
    return choices.order_by("month").values_list("month", "host_id", "host__short_name", "day")


def _others(by: Person, plan_id: int, programme_id: int) -> QuerySet[YearPlan, Any]:
    plans = plans_visible_to(by).filter(programme_id=programme_id).exclude(pk=plan_id)
    return plans.order_by("-version").values_list("pk", "version", "state", "note")[:MOST_OTHERS]


CHOSEN = PreparedRows(_chosen, plan_id=int)
OTHERS = PreparedRows(_others, by=Asker, plan_id=int, programme_id=int)


def comparison(person: Person, new: YearPlan, old: YearPlan) -> Comparison:
    """What differs between two versions (six queries)."""
    before, after = _choices(old), _choices(new)
    months = sorted({*months_from(old.first_month, old.months), *months_from(new.first_month, new.months)})
    pairs = [MonthPair(month, before.get(month), after.get(month)) for month in months]
    terms = _terms(old.certificate.get("terms", []), new.certificate.get("terms", []))
    totals = [plan.certificate.get("objective") for plan in (old, new)]
    running = [plan for plan in (new, old) if is_being_solved(plan)]
    others = OTHERS.all(by=person, plan_id=new.pk, programme_id=new.programme_id)
    return Comparison(
        old=old,
        new=new,
        months=pairs,
        terms=terms,
        moved=sum(pair.kind in ("host", "day") for pair in pairs),
        only=sum(pair.kind == "only" for pair in pairs),
        difference=None if None in totals else totals[1] - totals[0],
        weighs_alike=all(t.old is None or t.new is None or t.old["weight"] == t.new["weight"] for t in terms),
        running=running[0] if running else None,
        others=[OtherVersion(*row) for row in others],
    )


def _choices(plan: YearPlan) -> dict[str, Chosen]:
    return {month: Chosen(host_id, host, day) for month, host_id, host, day in CHOSEN.all(plan_id=plan.pk)}


def _terms(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> list[TermPair]:
    lang = language()
    before, after = ({term["code"]: term for term in terms} for terms in (old, new))
    return [
        TermPair(
            term_name(code, lang), before.get(code), after.get(code),
            after.get(code, {}).get("points", 0) - before.get(code, {}).get("points", 0),
        )
        for code in dict.fromkeys((*before, *after))
    ]  # fmt: skip
