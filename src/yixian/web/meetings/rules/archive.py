"""Who reads reports into history, and whether a draft can still be decided on."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.meetings.models import ArchiveDraft
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError


def check_can_decide(by: Person, draft: ArchiveDraft) -> None:
    """The office decides, once; a dropped draft may be looked at again."""
    policy.check(by, "meetings.read_archive", draft)
    if draft.state == ArchiveDraft.State.ACCEPTED:
        raise DomainError(_("This report has been accepted into history already."))


def can_decide(by: Person, draft: ArchiveDraft) -> bool:
    """Whether the form is shown."""
    return holds(check_can_decide, by, draft)


def check_can_drop(by: Person, draft: ArchiveDraft) -> None:
    """Only what is still to be reviewed is dropped."""
    policy.check(by, "meetings.read_archive", draft)
    if draft.state != ArchiveDraft.State.DRAFT:
        raise DomainError(_("This report has been decided on already."))


def can_drop(by: Person, draft: ArchiveDraft) -> bool:
    """Whether the button is shown."""
    return holds(check_can_drop, by, draft)
