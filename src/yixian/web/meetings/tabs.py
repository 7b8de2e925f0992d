"""The tabs of a meeting that this app brings itself."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from yixian.web.meetings.models import Ballot, ChecklistItem, Meeting, Reply, Report, Station
from yixian.web.meetings.queries.undecided import Undecided, register_undecided
from yixian.web.meetings.sections import Section, register
from yixian.web.shared.paging import how_many
from yixian.web.shared.prepared import PreparedRows


def _is_living(meeting: Meeting) -> bool:
    """Meetings of history have no preparation."""
    return not meeting.is_archive


def _coming() -> QuerySet[Any]:
    return Reply.objects.exclude(answer=Reply.Answer.APOLOGY)


def _handed_in() -> QuerySet[Any]:
    return Report.objects.exclude(handed_in_at=None)


def _stations() -> QuerySet[Any]:
    return Station.objects.all()


def _still_open() -> QuerySet[Any]:
    return ChecklistItem.objects.filter(done_at=None)


def _open_votes(meeting: Meeting) -> int:
    (number,) = OPEN_VOTES.first(meeting_id=meeting.pk) or (0,)
    return int(number)


def _votes_left(meeting_id: int) -> QuerySet[Ballot, Any]:
    left = Ballot.objects.with_scopes_disabled().filter(state=Ballot.State.OPEN, meeting_id=meeting_id)
    return how_many(left)


OPEN_VOTES = PreparedRows(_votes_left, meeting_id=int)


def _not_closed(number: int) -> str:
    text = ngettext(
        "%(number)s vote is still open and goes on taking votes.",
        "%(number)s votes are still open and go on taking votes.",
        number,
    )
    return text % {"number": number}


register(
    Section("overview", _("Overview"), "meetings:detail", "meetings.see", 10),
    Section("notice", _("Notice"), "meetings:notice", "meetings.see", 20, when=_is_living),
    Section(
        "replies",
        _("Replies"),
        "meetings:replies",
        "meetings.see_replies",
        30,
        count=_coming,
        meeting="invitation__meeting",
        when=_is_living,
    ),
    Section(
        "reports",
        _("Reports"),
        "meetings:reports",
        "meetings.see_reports",
        40,
        count=_handed_in,
        when=_is_living,
    ),
    Section("agenda", _("Agenda"), "meetings:agenda", "meetings.see_agenda", 50, when=_is_living),
    Section(
        "tour",
        _("Tour"),
        "meetings:tour",
        "meetings.see_tour",
        60,
        count=_stations,
        meeting="tour__meeting",
        when=_is_living,
    ),
    Section(
        "checklist",
        _("Host's checklist"),
        "meetings:checklist",
        "meetings.see_checklist",
        70,
        count=_still_open,
        when=_is_living,
    ),
)
register_undecided(Undecided("votes", _open_votes, _not_closed, "meetings:votes", "meetings.run_votes"))
