"""Meetings come into being, from a plan or by hand, and their facts change."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from secrets import randbelow
from typing import Any

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.actions.events import note_event
from yixian.web.meetings.models import Meeting, Programme
from yixian.web.meetings.rules.lifecycle import check_can_change, check_can_plan
from yixian.web.meetings.words import first_of, in_site_language, month_of
from yixian.web.organisations.models import Member, Topic, Venue
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput, DomainError
from yixian.web.shared.templatetags.ui_dates import day, month

PLANNED, CANCELLED = Meeting.State.PLANNED, Meeting.State.CANCELLED


@action
def plan_meeting(
    *,
    by: Person,
    programme: Programme,
    month: str,
    held_on: date,
    host: Member,
    venue: Venue | None = None,
    topics: Iterable[Topic] = (),
) -> Meeting:
    """The programme's meeting of a month, as a published plan wants it.

    A meeting that is still only planned follows the plan; one that was announced already stays as it is, and
    a plan that disagrees with it is refused with the reason.
    """
    check_can_plan(by)
    meetings = Meeting.objects.filter(federation_id=by.federation_id, programme=programme, month=month)
    meeting = meetings.exclude(state=CANCELLED).order_by("pk").first()
    facts: dict[str, Any] = {"held_on": held_on, "host": host, "venue": venue}
    if meeting is None:
        start, minutes = programme.usual_start, programme.usual_minutes
        facts |= {"title": default_title(month), "starts_at": start, "ends_at": _later(start, minutes)}
        return _create(by=by, programme=programme, topics=topics, month=month, **facts)
    if meeting.state == PLANNED:
        same_host = meeting.host_id == host.pk
        facts["venue"] = meeting.venue if venue is None and same_host else venue
        facts["coordinator"] = meeting.coordinator if same_host else None
        return _change(by=by, meeting=meeting, facts=facts)
    if (meeting.held_on, meeting.host_id) != (held_on, host.pk):
        sentence = _("“%(meeting)s” was announced already and cannot follow the plan; change it by hand.")
        raise DomainError(sentence % {"meeting": meeting})
    audit.nothing_changed()
    return meeting


@action
def create_meeting(*, by: Person, programme: Programme, facts: dict[str, Any]) -> Meeting:
    """A meeting set up by hand; `facts` are the fields of the meeting form."""
    check_can_plan(by)
    facts = dict(facts)
    topics = facts.pop("topics", ())
    month = month_of(facts["held_on"])
    facts["title"] = facts.get("title") or default_title(month)
    _check_facts(facts)
    return _create(by=by, programme=programme, topics=topics, month=month, **facts)


@action
def change_meeting(*, by: Person, meeting: Meeting, facts: dict[str, Any]) -> Meeting:
    """Change facts of a meeting; what invited people must know is written into the timeline."""
    check_can_change(by, meeting)
    facts = dict(facts)
    topics = facts.pop("topics", None)
    if meeting.state != PLANNED and facts.get("host", meeting.host) is None:
        raise BadInput(_("A meeting that was announced needs a host."))
    if meeting.state != PLANNED and not facts.get("held_on", meeting.held_on):
        raise BadInput(_("A meeting that was announced needs a day."))
    _check_facts(facts)
    return _change(by=by, meeting=meeting, facts=facts, topics=topics)


def default_title(month_text: str) -> str:
    """What a meeting is called until somebody says otherwise."""
    with in_site_language():
        return _("On-site meeting, %(month)s") % {"month": month(first_of(month_text))}


def _create(
    *, by: Person, programme: Programme, topics: Iterable[Topic], month: str, **facts: Any
) -> Meeting:
    meeting = Meeting.objects.create(
        federation_id=by.federation_id,
        programme=programme,
        month=month,
        code=_new_code(by.federation_id),
        **facts,
    )
    meeting.topics.set(topics)
    note_event(by=by, meeting=meeting)
    changes = {name: ["", _plain(value)] for name, value in facts.items() if value not in (None, "")}
    audit.record(by=by, verb="meetings.plan", thing=meeting, changes=changes)
    return meeting


def _change(
    *, by: Person, meeting: Meeting, facts: dict[str, Any], topics: Iterable[Topic] | None = None
) -> Meeting:
    """Save what differs; say in the timeline what an invited person must know."""
    different = {
        name: (getattr(meeting, name), new) for name, new in facts.items() if getattr(meeting, name) != new
    }
    changes = {name: [_plain(old), _plain(new)] for name, (old, new) in different.items()}
    if topics is not None:
        before, after = sorted(str(t) for t in meeting.topics.all()), sorted(str(t) for t in topics)
        if before != after:
            changes["topics"] = [before, after]
            meeting.topics.set(topics)
    if not changes:
        audit.nothing_changed()
        return meeting
    for name, (_old, new) in different.items():
        setattr(meeting, name, new)
    if "held_on" in different:
        _moved(meeting, *different["held_on"])
    meeting.save(update_fields=[*different, "month"])
    if meeting.state != PLANNED and (told := _told(different)):
        note_event(by=by, meeting=meeting, note=told)
    audit.record(by=by, verb="meetings.change", thing=meeting, changes=changes)
    return meeting


def _moved(meeting: Meeting, old: date | None, new: date | None) -> None:
    """A new day: the month follows, and so do the days on which the host's things are due."""
    meeting.month = month_of(new) if new else meeting.month
    if old and new:
        for item in meeting.checklist.exclude(due_on=None):
            item.due_on += new - old
            item.save(update_fields=["due_on"])


def _told(different: dict[str, tuple[Any, Any]]) -> str:
    """What changed for people who already have the notice, in words; nothing for inner matters."""
    with in_site_language():
        sentences = {
            "held_on": _("day moved from %(old)s to %(new)s"),
            "starts_at": _("start moved from %(old)s to %(new)s"),
            "host": _("host changed from %(old)s to %(new)s"),
            "venue": _("place changed from %(old)s to %(new)s"),
        }
        said = {name: tuple(_said(value) for value in pair) for name, pair in different.items()}
        parts = [
            text % dict(zip(("old", "new"), said[name], strict=True))
            for name, text in sentences.items()
            if name in said
        ]
        return _("; ").join(parts)


def _said(value: Any) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return str(value) if value is not None else _("not set")


def _check_facts(facts: dict[str, Any]) -> None:
    """The parts of the facts must fit together."""
    starts, ends = facts.get("starts_at"), facts.get("ends_at")
    if starts and ends and ends <= starts:
        raise BadInput(_("The end must be later than the start."))
    host, venue, coordinator = (facts.get(name) for name in ("host", "venue", "coordinator"))
    if venue is not None and host is not None and venue.member_id != host.pk:
        raise BadInput(_("This venue does not belong to the host."))
    if coordinator is not None and host is not None and coordinator.member_id != host.pk:
        raise BadInput(_("The coordinator must be one of the host's people."))


def _plain(value: Any) -> Any:
    """A value as the audit trail keeps it."""
    return value if value is None or isinstance(value, str | int | bool) else str(value)


def _later(start: time, minutes: int) -> time:
    """The time of day so many minutes later, at most a minute to midnight."""
    moment = datetime.combine(date(2000, 1, 1), start) + timedelta(minutes=minutes)
    return moment.time() if moment.day == 1 else time(23, 59)


def _new_code(federation_id: int) -> str:
    """Six digits that no living meeting of the federation has."""
    living = Meeting.objects.filter(federation_id=federation_id)
    taken = set(living.exclude(state__in=("closed", "cancelled")).values_list("code", flat=True))
    while True:
        code = f"{randbelow(900000) + 100000}"
        if code not in taken:
            return code
