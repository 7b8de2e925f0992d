"""People: taken in, changed, their phone shown, their access, their erasure."""

from typing import Any

from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person, PersonalLink, new_session_salt
from yixian.web.accounts.panels import PERSONAL_DATA
from yixian.web.accounts.rules import (
    check_can_add_person,
    check_can_change_access,
    check_can_erase,
    check_can_lose_office,
)
from yixian.web.organisations.changes import set_values
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput
from yixian.web.shared.policy import check
from yixian.web.shared.text import mask_phone, pinyin_key

ERASED_NAME = "已删除的人员"
RANK_STEP = 10
HIDDEN = "***"


@action
def add_person(*, by: Person, values: dict[str, Any]) -> Person:
    """Take in a cadre of a member, or (without a member) one of the federation's staff."""
    check_can_add_person(by, values.get("member"))
    duty = Person.Duty.MEMBER if values.get("member") else Person.Duty.STAFF
    colleagues = Person.objects.filter(federation_id=by.federation_id, member=values.get("member"))
    last = colleagues.aggregate(most=Max("rank"))["most"] or 0
    person = Person(federation_id=by.federation_id, duty=duty)
    changes = set_values(person, {**values, "rank": values.get("rank") or last + RANK_STEP})
    person.pinyin = pinyin_key(person.name, is_person=True)
    person.save()
    audit.record(by=by, verb="accounts.add_person", thing=person, changes=discreet(changes))
    return person


@action
def change_person(*, by: Person, person: Person, values: dict[str, Any]) -> Person:
    """Change a person's record; the pinyin follows the name."""
    check(by, "accounts.change_person", person)
    changes = set_values(person, values)
    if not changes:
        audit.nothing_changed()
        return person
    person.pinyin = pinyin_key(person.name, is_person=True)
    person.save(update_fields=[*changes, "pinyin"])
    audit.record(by=by, verb="accounts.change_person", thing=person, changes=discreet(changes))
    return person


@action
def reveal_phone(*, by: Person, person: Person) -> str:
    """Give the full number, and write down who saw it."""
    check(by, "accounts.reveal_phone", person)
    audit.record(by=by, verb="accounts.reveal_phone", thing=person)
    return person.phone


@action
def change_access(
    *, by: Person, person: Person, duty: str, login: str | None, is_active: bool, password: str = ""
) -> Person:
    """Set what a person may do and how they sign in; taking something away ends their sessions at once."""
    check_can_change_access(by, person)
    leaves_office = person.duty == Person.Duty.OFFICE and (duty != Person.Duty.OFFICE or not is_active)
    if leaves_office:
        check_can_lose_office(by, person)
    changes = set_values(person, {"duty": duty, "login": login or None, "is_active": is_active})
    if password:
        person.set_password(password)
        changes["password"] = [HIDDEN, HIDDEN]
    if not changes:
        audit.nothing_changed()
        return person
    person.session_salt = new_session_salt()
    person.save(update_fields=["duty", "login", "is_active", "password", "session_salt"])
    if not is_active:
        _revoke_links(person)
    audit.record(by=by, verb="accounts.change_access", thing=person, changes=changes)
    return person


@action
def erase_person(*, by: Person, person: Person, typed_name: str) -> Person:
    """Remove everything that tells who somebody is; what they did stays as done by an erased person."""
    check_can_erase(by, person)
    if person.duty == Person.Duty.OFFICE:
        check_can_lose_office(by, person)
    if typed_name.strip() != person.name:
        raise BadInput(_("Type the person's name exactly to confirm."))
    for kind in PERSONAL_DATA.values():
        kind.erase(person)
    PersonalLink.objects.filter(person=person).delete()
    now = timezone.now()
    gone = {
        "name": ERASED_NAME, "pinyin": "", "post_title": "", "phone": "", "email": "", "login": None, "password": "",
        "is_active": False, "may_be_pictured": False, "session_salt": new_session_salt(), "erased_at": now,
    }  # fmt: skip
    for name, value in gone.items():
        setattr(person, name, value)
    person.save(update_fields=list(gone))
    audit.record(by=by, verb="accounts.erase_person", thing=person, changes={"erased_at": [None, now]})
    return person


def _revoke_links(person: Person) -> None:
    """Links that were sent out let nobody in any more."""
    PersonalLink.objects.filter(person=person, used_at=None, revoked_at=None).update(
        revoked_at=timezone.now()
    )


def discreet(changes: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Changes for the audit trail, which keeps no phone number or address readable."""
    shown = dict(changes)
    if "phone" in shown:
        shown["phone"] = [mask_phone(each or "") for each in shown["phone"]]
    if "email" in shown:
        shown["email"] = [HIDDEN if each else "" for each in shown["email"]]
    return shown
