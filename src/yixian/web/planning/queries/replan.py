"""Which months of a plan can be given to another host."""

from django.utils import timezone

from yixian.web.meetings.models import Meeting
from yixian.web.planning.models import YearPlan
from yixian.web.planning.months import month_of
from yixian.web.planning.queries.plans import MonthRow, plan_rows

FREE = (Meeting.State.PLANNED, Meeting.State.CANCELLED)


def open_months(plan: YearPlan) -> list[MonthRow]:
    """Months from this one on whose meeting is not announced, or was cancelled."""
    now = month_of(timezone.localdate())
    return [
        row
        for row in plan_rows(plan)
        if row.choice and row.month >= now and (row.meeting is None or row.meeting.state in FREE)
    ]
