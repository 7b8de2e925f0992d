"""The published plan as a calendar feed (RFC 5545), for the calendars of phones and desks."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from django.core.signing import BadSignature, Signer
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.meetings.models import Meeting
from yixian.web.planning.models import CalendarLink, PlanChoice, YearPlan

USUAL = timedelta(hours=3)
ASK_AGAIN = timedelta(hours=12)
SIGNER = Signer(salt="planning.feed", sep=".")


def token_of(link: CalendarLink) -> str:
    """The secret part of a person's address; counting the serial up makes another."""
    return SIGNER.sign(f"{link.person_id}x{link.serial}")


def read_token(token: str) -> tuple[int, int] | None:
    """Person and serial that a token stands for; None for a token that is not ours."""
    try:
        person, serial = SIGNER.unsign(token).split("x")
    except BadSignature:
        return None
    return int(person), int(serial)


def plan_ics(plan: YearPlan | None, choices: list[PlanChoice], base: str, name: str) -> bytes:
    """A calendar with an event for each month; `base` is the site's address without a closing slash."""
    # Imported when the first feed is asked for: the library takes long to load.
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//Yixian//Year plan//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", ASK_AGAIN)
    for choice in choices:
        event = Event()
        for key, value in _facts(choice, base).items():
            event.add(key, value)
        event.add("dtstamp", (plan and plan.published_at) or timezone.now())
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _facts(choice: PlanChoice, base: str) -> dict[str, Any]:
    """What is known of a month: a meeting with its hours, or only host and day."""
    meeting = choice.meeting
    if meeting is None:
        return {
            "uid": f"plan-{choice.plan_id}-{choice.month}@yixian",
            "dtstart": choice.day,
            "dtend": choice.day + timedelta(days=1),
            "summary": _("On-site meeting: %(host)s") % {"host": choice.host.short_name},
            "status": "TENTATIVE",
        }
    host = meeting.host or choice.host
    place = [meeting.venue.name, meeting.venue.address] if meeting.venue else []
    return {
        "uid": f"meeting-{meeting.pk}-{meeting.federation_id}@yixian",
        **_hours(meeting, meeting.held_on or choice.day),
        "summary": f"{meeting.title}: {host.short_name}",
        "location": ", ".join(part for part in (host.name, *place) if part),
        "url": f"{base}/meetings/{meeting.pk}/",
        "status": _status(meeting),
    }


def _status(meeting: Meeting) -> str:
    return {Meeting.State.PLANNED: "TENTATIVE", Meeting.State.CANCELLED: "CANCELLED"}.get(
        Meeting.State(meeting.state), "CONFIRMED"
    )


def _hours(meeting: Meeting, day: date) -> dict[str, Any]:
    """From when to when: a whole day while no hour is set."""
    if meeting.starts_at is None:
        return {"dtstart": day, "dtend": day + timedelta(days=1)}
    starts = _moment(day, meeting.starts_at)
    ends = _moment(day, meeting.ends_at) if meeting.ends_at else starts + USUAL
    return {"dtstart": starts.astimezone(UTC), "dtend": ends.astimezone(UTC)}


def _moment(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=timezone.get_default_timezone())
