"""Steps of a meeting's life after it was announced."""

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person, PersonalLink
from yixian.web.meetings.actions.events import move_meeting
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.undecided import undecided_in
from yixian.web.meetings.rules.lifecycle import check_can_close, check_can_move
from yixian.web.meetings.words import in_site_language
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput
from yixian.web.shared.text import sentences


@action
def open_meeting(*, by: Person, meeting: Meeting) -> Meeting:
    """The links have gone out: replies are waited for from now on."""
    check_can_move(by, meeting, "open")
    return move_meeting(by=by, meeting=meeting, verb="open")


@action
def start_meeting(*, by: Person, meeting: Meeting) -> Meeting:
    """The meeting begins: no more replies and reports, arrivals and captures instead."""
    check_can_move(by, meeting, "start")
    return move_meeting(by=by, meeting=meeting, verb="start")


@action
def wrap_up_meeting(*, by: Person, meeting: Meeting) -> Meeting:
    """The day is over: releases, minutes and follow-up begin."""
    check_can_move(by, meeting, "wrap_up")
    return move_meeting(by=by, meeting=meeting, verb="wrap_up")


@action
def close_meeting(*, by: Person, meeting: Meeting, told: int = 0) -> Meeting:
    """Everything that followed has its place; `told` is how many open decisions the person has seen named."""
    check_can_close(by, meeting, told)
    with in_site_language():
        note = sentences(kind.says(number) for kind, number in undecided_in(meeting))
    return move_meeting(by=by, meeting=meeting, verb="close", note=note)


@action
def reopen_meeting(*, by: Person, meeting: Meeting) -> Meeting:
    """Something is still to be done on a closed meeting."""
    check_can_move(by, meeting, "reopen")
    return move_meeting(by=by, meeting=meeting, verb="reopen")


@action
def cancel_meeting(*, by: Person, meeting: Meeting, reason: str) -> Meeting:
    """The meeting does not take place; its open links end, what was answered stays on record."""
    check_can_move(by, meeting, "cancel")
    reason = reason.strip()
    if not reason:
        raise BadInput(_("Say why the meeting is cancelled: everyone invited will read it."))
    meeting.cancelled_because = reason[:200]
    _end_links(meeting)
    return move_meeting(
        by=by, meeting=meeting, verb="cancel", note=meeting.cancelled_because, also=("cancelled_because",)
    )


def _end_links(meeting: Meeting) -> None:
    """No personal link of this meeting lets anybody in any more."""
    links = PersonalLink.objects.filter(used_at=None, revoked_at=None)
    invited = meeting.invitations.values("link")
    delegated = meeting.invitations.values("reply__link")
    links.filter(pk__in=invited).update(revoked_at=timezone.now())
    links.filter(pk__in=delegated).update(revoked_at=timezone.now())
