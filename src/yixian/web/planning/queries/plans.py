"""What people may see of plans, and the pages made of it."""

from dataclasses import dataclass

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.planning.models import PlanChoice, YearPlan
from yixian.web.planning.months import months_from
from yixian.web.planning.queries.problem import best_venue
from yixian.web.shared import policy

DONE = (Meeting.State.WRAPPED_UP, Meeting.State.CLOSED)


def plans_visible_to(person: Person) -> QuerySet[YearPlan]:
    """Published and replaced versions for everybody inside; drafts for the office."""
    plans = YearPlan.objects.filter(federation=person.federation_id).select_related("programme", "made_by")
    if policy.may(person, "planning.see_drafts"):
        return plans
    return plans.filter(state__in=(YearPlan.State.PUBLISHED, YearPlan.State.REPLACED))


def published_plan(person: Person) -> YearPlan | None:
    """The plan in force."""
    return plans_visible_to(person).defer("problem").filter(state=YearPlan.State.PUBLISHED).first()


@dataclass(frozen=True)
class MonthRow:
    """One month of a plan as the ring and the list show it."""

    month: str
    choice: PlanChoice | None
    meeting: Meeting | None

    @property
    def venue_kind(self) -> str:
        """The kind of the host's largest venue."""
        venue = best_venue(self.choice.host) if self.choice else None
        return venue.kind if venue else ""

    @property
    def stage(self) -> str:
        """done, announced, planned or empty."""
        if self.meeting and self.meeting.state in DONE:
            return "done"
        if self.meeting and self.meeting.state not in (Meeting.State.PLANNED, Meeting.State.CANCELLED):
            return "announced"
        return "planned" if self.choice else "empty"


def plan_rows(plan: YearPlan) -> list[MonthRow]:
    """A plan's months in order, each with its choice and its meeting (two queries)."""
    choices = {
        choice.month: choice
        for choice in plan.choices.select_related("host", "meeting").prefetch_related("host__venues")
    }
    return [
        MonthRow(month, choices.get(month), choices[month].meeting if month in choices else None)
        for month in months_from(plan.first_month, plan.months)
    ]
