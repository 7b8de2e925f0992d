"""Which hosts were asked whether they keep their month, what they said, and who is to be asked today."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Programme
from yixian.web.planning.models import Confirmation, YearPlan
from yixian.web.planning.queries.paging import page_of
from yixian.web.planning.queries.swaps import FreeMonth, free_months
from yixian.web.shared import policy
from yixian.web.shared.paging import how_many
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows

USUAL_WEEKS = 6


def confirmations_visible_to(person: Person) -> QuerySet[Confirmation]:
    """The office and auditors see all, hosts those of their own member."""
    found = Confirmation.objects.filter(federation=person.federation_id)
    if policy.may(person, "planning.see_drafts"):
        return found
    return found.filter(member=person.member_id)


@dataclass(frozen=True)
class ConfirmationLine:
    """A host and its month as lists show them."""

    pk: int
    month: str
    day: date
    member_id: int
    member: str
    state: str
    words: str
    asked_at: datetime
    answered_at: datetime | None

    COLUMNS = (
        "pk", "month", "day", "member_id", "member__short_name", "state", "words", "asked_at", "answered_at",
    )  # fmt: skip


def _lines(by: Person, part: slice) -> QuerySet[Confirmation, Any]:
    found = confirmations_visible_to(by).order_by("-month", "-pk")
    return found.values_list(*ConfirmationLine.COLUMNS)[part]


def _unsettled(by: Person) -> QuerySet[Confirmation, Any]:
    found = confirmations_visible_to(by).exclude(state=Confirmation.State.CONFIRMED).order_by("month", "pk")
    return found.values_list(*ConfirmationLine.COLUMNS)


def _one(by: Person, pk: int) -> QuerySet[Confirmation]:
    found = confirmations_visible_to(by).filter(pk=pk).order_by()
    return found.select_related("member", "programme", "asked_by", "answered_by")


def _of_month(programme_id: int, month: str, member_id: int) -> QuerySet[Confirmation]:
    found = Confirmation.objects.with_scopes_disabled().filter(programme_id=programme_id, month=month)
    return found.filter(member_id=member_id).order_by()


LINES = PreparedRows(_lines, by=Asker, part=slice)
NUMBER = PreparedRows(lambda by: how_many(confirmations_visible_to(by)), by=Asker)
UNSETTLED = PreparedRows(_unsettled, by=Asker)
ONE: Prepared[Confirmation] = Prepared(_one, by=Asker, pk=int)
OF_MONTH: Prepared[Confirmation] = Prepared(_of_month, programme_id=int, month=str, member_id=int)


def confirmations_page(person: Person, number: str | None) -> Page[ConfirmationLine]:
    """One page of the hosts asked, the latest months first."""
    return page_of(ConfirmationLine, LINES, NUMBER, number, by=person)


def confirmation_visible_to(person: Person, pk: int) -> Confirmation | None:
    """One host's word, with the names."""
    return ONE.first(by=person, pk=pk)


def confirmation_of(plan: YearPlan, month: str, host_id: int | None) -> Confirmation | None:
    """What the host of a month says, if it was asked."""
    if host_id is None:
        return None
    return OF_MONTH.first(programme_id=plan.programme_id, month=month, member_id=host_id)


def confirmations_waiting_for(person: Person, plan: YearPlan | None) -> list[ConfirmationLine]:
    """For a chair the own months to confirm, for the office the hosts that cannot; only what the plan still has."""
    answers = policy.may(person, "planning.answer_confirmation")
    arranges = policy.may(person, "planning.ask_confirmation")
    if plan is None or not (answers or arranges):
        return []
    lines = [ConfirmationLine(*row) for row in UNSETTLED.all(by=person)]
    state = Confirmation.State.ASKED if answers else Confirmation.State.DECLINED
    wanted = [line for line in lines if line.state == state]
    present = {(each.month, each.host_id) for each in free_months(plan)} if wanted else set()
    return [line for line in wanted if (line.month, line.member_id) in present]


def weeks_ahead(programme: Programme) -> int:
    """How many weeks ahead hosts are asked; 0 asks nobody."""
    return int(programme.settings.get("confirm_weeks", USUAL_WEEKS))


def hosts_to_ask(plan: YearPlan, today: date) -> list[FreeMonth]:
    """The months of a plan whose hosts are to be asked by now and were not."""
    last = today + timedelta(weeks=weeks_ahead(plan.programme))
    near = [each for each in free_months(plan) if today < each.day <= last]
    asked = set(
        Confirmation.objects.filter(programme=plan.programme, month__in=[each.month for each in near])
        .order_by()
        .values_list("month", "member_id")
    )
    return [each for each in near if (each.month, each.host_id) not in asked]
