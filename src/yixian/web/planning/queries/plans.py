"""What people may see of plans, and the pages made of it."""

from dataclasses import dataclass, field

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.planning.models import PlanChoice, PlanRun, YearPlan
from yixian.web.planning.months import months_from
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
    return plans_visible_to(person).filter(state=YearPlan.State.PUBLISHED).first()


@dataclass(frozen=True)
class MonthRow:
    """One month of a plan as the ring and the list show it."""

    month: str
    choice: PlanChoice | None
    meeting: Meeting | None

    @property
    def stage(self) -> str:
        """done, announced, planned or empty."""
        if self.meeting and self.meeting.state in DONE:
            return "done"
        if self.meeting and self.meeting.state not in (Meeting.State.PLANNED, Meeting.State.CANCELLED):
            return "announced"
        return "planned" if self.choice else "empty"


@dataclass(frozen=True)
class PlanPage:
    """Everything on a plan's page."""

    plan: YearPlan
    rows: list[MonthRow]
    run: PlanRun | None
    unannounced_years: list[int] = field(default_factory=list)


def plan_page(plan: YearPlan) -> PlanPage:
    """A plan with its months in order, their meetings, and the latest run (four queries)."""
    choices = {
        choice.month: choice
        for choice in plan.choices.select_related("host", "host__subdistrict", "meeting").prefetch_related(
            "host__venues"
        )
    }
    rows = [
        MonthRow(month, choices.get(month), choices[month].meeting if month in choices else None)
        for month in months_from(plan.first_month, plan.months)
    ]
    run = PlanRun.objects.filter(plan=plan).order_by("-pk").first()
    return PlanPage(plan, rows, run, list(plan.certificate.get("calendar_gaps", [])))
