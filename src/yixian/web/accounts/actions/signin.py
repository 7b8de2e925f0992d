"""Signing in with a password."""

from yixian.web.accounts.models import Person
from yixian.web.shared import audit
from yixian.web.shared.actions import action


@action
def note_sign_in(*, by: Person) -> Person:
    """Write down that a person came in with a password."""
    audit.record(by=by, verb="accounts.sign_in", thing=by, changes={"way": [None, "password"]})
    return by
