"""What the year plan asks of people: months to confirm, swaps to answer, hosts that cannot, moves to take note of."""

from typing import Any, NamedTuple

from django.db.models import Count, Exists, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.planning.models import Confirmation, PlanChoice, Swap, Told, YearPlan
from yixian.web.planning.months import month_of
from yixian.web.shared import policy
from yixian.web.shared.prepared import Asker, PreparedRows


class Asked(NamedTuple):
    """How much of each kind waits for one member's chair."""

    confirmations: int = 0
    swaps: int = 0
    news: int = 0


def asked_of(person: Person) -> Asked:
    """What the plan in force asks of this person's member (one query); nothing of who may not answer."""
    if not person.member_id or not policy.may(person, "planning.answer_confirmation"):
        return Asked()
    now = month_of(timezone.localdate())
    return Asked(*(ASKED.first(by=person, member=person.member_id, month=now) or ()))


def standing(first_month: str, state: Any) -> QuerySet[Confirmation]:
    """Confirmations in a state whose host still has the month, from this month on, in the plan in force."""
    present = PlanChoice.objects.filter(
        plan__programme=OuterRef("programme"), plan__state=YearPlan.State.PUBLISHED,
        month=OuterRef("month"), host=OuterRef("member"),
    )  # fmt: skip
    return Confirmation.objects.filter(Exists(present), state=state, month__gte=first_month)


def _asked(by: Person, member: int, month: str) -> QuerySet[Person, Any]:
    in_force = YearPlan.State.PUBLISHED
    confirmations = standing(month, Confirmation.State.ASKED).filter(member=member)
    swaps = Swap.objects.filter(state=Swap.State.ASKED, other=member)
    news = Told.objects.filter(plan__state=in_force, member=member, noted_at=None)
    return Person.objects.filter(pk=by.pk).values_list(*map(_number, (confirmations, swaps, news)))


def _number(rows: QuerySet[Any]) -> Coalesce:
    """How many rows there are, whatever row they are asked beside."""
    counted = rows.order_by().values("federation").annotate(_number=Count("pk")).values("_number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


ASKED = PreparedRows(_asked, by=Asker, member=int, month=str)
