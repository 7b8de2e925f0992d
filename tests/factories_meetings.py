"""Rows of meetings for tests, made the way the site makes them."""

from django.utils import timezone

from tests import factories
from yixian.web.meetings.actions.notice import announce_meeting
from yixian.web.meetings.models import AgendaItem, Invitation, Reply, Report


def announced(meeting, by):
    """Announce a planned meeting; returns what was issued."""
    return announce_meeting(by=by, meeting=meeting)


def invitation(meeting, person, **values):
    """One invitation, without a link."""
    return Invitation.objects.create(
        federation=meeting.federation, meeting=meeting, member=person.member, person=person, **values
    )


def reply(to, answer="coming", **values):
    """An answer to an invitation."""
    attendee = to.person if answer == "coming" else values.pop("attendee", None)
    return Reply.objects.create(
        federation=to.federation, invitation=to, answer=answer, attendee=attendee, **values
    )


def report(meeting, person, *, handed_in=True, **values):
    """Three paragraphs of a member."""
    values = {
        "review": "本月完成两场培训。",
        "plan": "下月开展岗位练兵。",
        "experience": "班前会用一分钟讲案例。",
        **values,
    }
    return Report.objects.create(
        federation=meeting.federation,
        meeting=meeting,
        member=person.member,
        person=person,
        handed_in_at=timezone.now() if handed_in else None,
        **values,
    )


def agenda_item(meeting, title="开场", minutes=10, kind="opening", **values):
    """An item at the end of the running order."""
    values = {"position": meeting.agenda.count() + 1, **values}
    return AgendaItem.objects.create(
        federation=meeting.federation, meeting=meeting, title=title, minutes=minutes, kind=kind, **values
    )


def chairs(owner, number):
    """So many further members with a chair each."""
    return [factories.cadre(factories.member(owner), post="chair") for _ in range(number)]
