"""What people decide about themselves."""

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import check_can_change_own_password
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.policy import check


@action
def decide_pictures(*, by: Person, may_be_pictured: bool) -> Person:
    """Say whether one may be seen in pictures that leave a meeting."""
    check(by, "accounts.change_own_consent", by)
    if by.may_be_pictured == may_be_pictured:
        audit.nothing_changed()
        return by
    before, by.may_be_pictured = by.may_be_pictured, may_be_pictured
    by.save(update_fields=["may_be_pictured"])
    changes = {"may_be_pictured": [before, may_be_pictured]}
    audit.record(by=by, verb="accounts.decide_pictures", thing=by, changes=changes)
    return by


@action
def change_own_password(*, by: Person, password: str) -> Person:
    """Set a new password; every other session of this person ends."""
    check_can_change_own_password(by)
    by.set_password(password)
    by.save(update_fields=["password"])
    audit.record(by=by, verb="accounts.change_own_password", thing=by)
    return by
