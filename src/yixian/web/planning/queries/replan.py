"""Which months of a plan can be given to another host."""

from django.db.models import Q
from django.utils import timezone

from yixian.web.meetings.models import Meeting
from yixian.web.planning.models import YearPlan
from yixian.web.planning.months import month_of

FREE = (Meeting.State.PLANNED, Meeting.State.CANCELLED)


def open_months(plan: YearPlan) -> list[tuple[str, str]]:
    """Months from this one on whose meeting is not announced, or was cancelled, each with its host (one query)."""
    free = Q(meeting=None) | Q(meeting__state__in=FREE)
    ahead = plan.choices.filter(free, month__gte=month_of(timezone.localdate()))
    return list(ahead.order_by("month").values_list("month", "host__short_name"))
