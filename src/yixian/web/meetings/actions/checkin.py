"""People arrive: one row per person and meeting, whoever records it and however often."""

from uuid import UUID, uuid4

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.actions.once import Once
from yixian.web.meetings.models import CheckIn, Meeting
from yixian.web.meetings.rules import checkin as rules
from yixian.web.organisations.models import Member
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput, DomainError
from yixian.web.shared.text import fold, pinyin_key

AT_DESK = "desk"
ARRIVALS = Once(CheckIn, "meeting", "person")


@action
def check_in_self(
    *, by: Person, meeting: Meeting, method: str, code: str = "", client_id: UUID | None = None
) -> CheckIn:
    """Record one's own arrival; `method` is qr, code or link."""
    rules.check_can_check_in_self(by, meeting, code)
    return _arrive(by, meeting, by, method, client_id)


@action
def check_in_other(*, by: Person, meeting: Meeting, person: Person, client_id: UUID | None = None) -> CheckIn:
    """Record somebody's arrival at the desk."""
    rules.check_can_check_in_others(by, meeting)
    if not person.is_active:
        raise DomainError(_("%(person)s is no longer on the roster.") % {"person": person})
    return _arrive(by, meeting, person, AT_DESK, client_id)


@action
def undo_check_in(*, by: Person, meeting: Meeting, person: Person) -> bool:
    """Take an arrival back; False when there was none."""
    rules.check_can_check_in_others(by, meeting)
    row = CheckIn.objects.filter(meeting=meeting, person=person).first()
    if row is None:
        audit.nothing_changed()
        return False
    changes = {"person": [person.pk, None], "method": [row.method, None], "at": [row.at, None]}
    row.delete()
    audit.record(by=by, verb="meetings.undo_check_in", thing=meeting, changes=changes, on_behalf_of=person)
    return True


@action
def add_walk_in(*, by: Person, meeting: Meeting, member: Member, name: str, post: str) -> CheckIn:
    """Somebody came whom the roster does not know: put them there and record the arrival."""
    rules.check_can_check_in_others(by, meeting)
    name = fold(name)
    if not name:
        raise BadInput(_("Write the person's name."))
    person = Person.objects.filter(federation_id=by.federation_id, member=member, name=name).first()
    if person is None:
        person = Person.objects.create(
            federation_id=by.federation_id,
            member=member,
            name=name,
            post=post,
            pinyin=pinyin_key(name, is_person=True),
        )
        changes = {"name": [None, name], "member": [None, member.pk], "post": [None, post]}
        audit.record(by=by, verb="accounts.add_person", thing=person, changes=changes)
    return _arrive(by, meeting, person, AT_DESK, None)


def _arrive(by: Person, meeting: Meeting, person: Person, method: str, client_id: UUID | None) -> CheckIn:
    """A new row, else the one that there is: trying first saves a question at the door's rush hour."""
    row = CheckIn(
        federation_id=meeting.federation_id,
        meeting=meeting,
        person=person,
        method=method,
        client_id=client_id or uuid4(),
        at=timezone.now(),
        by=by,
    )
    if ARRIVALS.insert(row):
        _write_down(by, row)
        return row
    audit.nothing_changed()
    return CheckIn.objects.get(meeting=meeting, person=person)


def _write_down(by: Person, row: CheckIn) -> None:
    other = row.person if row.person_id != by.pk else None
    changes = {"person": [None, row.person_id], "method": [None, row.method]}
    audit.record(by=by, verb="meetings.check_in", thing=row.meeting, changes=changes, on_behalf_of=other)
