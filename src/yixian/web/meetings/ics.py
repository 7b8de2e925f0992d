"""A meeting as a calendar file, for the calendars of phones and desks."""

from datetime import UTC, timedelta

from yixian.web.meetings.models import Meeting
from yixian.web.meetings.words import moment_of

USUAL = timedelta(hours=3)


def meeting_ics(meeting: Meeting, url: str) -> bytes:
    """One event in iCalendar form (RFC 5545), times in UTC; the meeting has a day and a start."""
    # Imported when the first file is asked for: it is rare, and the library takes long to load.
    from icalendar import Calendar, Event

    assert meeting.held_on and meeting.starts_at
    starts = moment_of(meeting.held_on, meeting.starts_at)
    ends = moment_of(meeting.held_on, meeting.ends_at) if meeting.ends_at else starts + USUAL
    event = Event()
    event.add("uid", f"meeting-{meeting.pk}-{meeting.federation_id}@yixian")
    event.add("dtstamp", meeting.created_at)
    event.add("dtstart", starts.astimezone(UTC))
    event.add("dtend", ends.astimezone(UTC))
    event.add("summary", meeting.title)
    place = [meeting.venue.name, meeting.venue.address] if meeting.venue else []
    event.add("location", ", ".join(part for part in (str(meeting.host or ""), *place) if part))
    event.add("url", url)
    if meeting.state == Meeting.State.CANCELLED:
        event.add("status", "CANCELLED")
    calendar = Calendar()
    calendar.add("prodid", "-//Yixian//Meetings//ZH")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return calendar.to_ical()
