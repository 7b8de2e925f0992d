"""Minutes: drafted from the records, edited, published, taken back."""

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Minutes
from yixian.web.meetings.queries.minutes_draft import draft_sections
from yixian.web.meetings.queries.minutes_text import Section, compose, parse
from yixian.web.meetings.rules import minutes as rules
from yixian.web.meetings.states import MINUTES
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError


@action
def draft_minutes(*, by: Person, meeting: Meeting, anew: bool = False) -> Minutes:
    """Write a draft out of the records; `anew` throws an existing draft away for a fresh one."""
    rules.check_can_draft(by, meeting)
    minutes = Minutes.objects.filter(meeting=meeting).first()
    if minutes is not None and not anew:
        audit.nothing_changed()
        return minutes
    body = compose(draft_sections(meeting))
    before = 0
    if minutes is None:
        minutes = Minutes.objects.create(federation_id=meeting.federation_id, meeting=meeting, body=body)
    else:
        rules.check_can_write(by, minutes)
        before, minutes.body = len(minutes.body), body
        minutes.save(update_fields=["body", "saved_at"])
    audit.record(
        by=by, verb="meetings.draft_minutes", thing=minutes, changes={"characters": [before, len(body)]}
    )
    return minutes


@action
def save_minutes(*, by: Person, minutes: Minutes, sections: Iterable[Section]) -> Minutes:
    """Keep what was typed."""
    rules.check_can_write(by, minutes)
    body = compose(sections)
    if body == minutes.body:
        audit.nothing_changed()
        return minutes
    changes = {"characters": [len(minutes.body), len(body)]}
    minutes.body = body
    minutes.save(update_fields=["body", "saved_at"])
    audit.record(by=by, verb="meetings.save_minutes", thing=minutes, changes=changes)
    return minutes


@action
def add_to_minutes(*, by: Person, minutes: Minutes, key: str, heading: str, line: str) -> Minutes:
    """Add one line to a section of a draft; the section is made, before the attendance, when it is missing."""
    rules.check_can_write(by, minutes)
    sections = parse(minutes.body)
    if key not in [each.key for each in sections]:
        last = next((n for n, each in enumerate(sections) if each.key == "attendance"), len(sections))
        sections.insert(last, Section(key, heading, ""))
    grown = [
        Section(each.key, each.heading, f"{each.text}\n{line}".strip()) if each.key == key else each
        for each in sections
    ]
    minutes.body = compose(grown)
    minutes.save(update_fields=["body", "saved_at"])
    audit.record(by=by, verb="meetings.add_to_minutes", thing=minutes, changes={key: [None, len(line)]})
    return minutes


@action
def publish_minutes(*, by: Person, minutes: Minutes) -> Minutes:
    """Let everybody read them."""
    policy.check(by, "meetings.write_minutes", minutes.meeting)
    MINUTES.check(minutes, "publish")
    if not any(section.text for section in parse(minutes.body)):
        raise DomainError(_("There is nothing in these minutes yet."))
    changes = {"state": list(MINUTES.move(minutes, "publish"))}
    minutes.published_at, minutes.published_by = timezone.now(), by
    minutes.save(update_fields=["state", "published_at", "published_by"])
    audit.record(by=by, verb="meetings.publish_minutes", thing=minutes, changes=changes)
    return minutes


@action
def withdraw_minutes(*, by: Person, minutes: Minutes) -> Minutes:
    """Take them back to draft."""
    policy.check(by, "meetings.write_minutes", minutes.meeting)
    changes = {"state": list(MINUTES.move(minutes, "withdraw"))}
    minutes.published_at = minutes.published_by = None
    minutes.save(update_fields=["state", "published_at", "published_by"])
    audit.record(by=by, verb="meetings.withdraw_minutes", thing=minutes, changes=changes)
    return minutes
