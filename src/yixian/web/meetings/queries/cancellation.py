"""What would be lost when a meeting is cancelled."""

from dataclasses import dataclass

from django.db.models import Count, Q

from yixian.web.meetings.models import Meeting


@dataclass(frozen=True)
class CancellationPage:
    """Numbers that make clear what cannot be undone."""

    invitations: int
    coming: int
    reports: int


def cancellation_page(meeting: Meeting) -> CancellationPage:
    """Count what a cancelled meeting leaves without use."""
    answers = meeting.invitations.aggregate(
        all=Count("pk"), coming=Count("pk", filter=Q(reply__answer__in=("coming", "delegate")))
    )
    reports = meeting.reports.exclude(handed_in_at=None).count()
    return CancellationPage(answers["all"], answers["coming"], reports)
