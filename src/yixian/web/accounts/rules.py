"""Who may see and change people and accounts."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.roster.numbers import does_something
from yixian.web.shared.errors import DomainError, Refused
from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, check, declare

declare(
    "accounts",
    sign_in=({Role.ANYONE}, _("sign in")),
    sign_out=({Role.ANYONE}, _("sign out")),
    open_link=({Role.ANYONE}, _("open a personal link")),
    request_link=({Role.ANYONE}, _("ask for a new personal link")),
    see_people=(WHOLE_OFFICE | {Role.AUDITOR}, _("see people")),
    see_person=(WHOLE_OFFICE | {Role.AUDITOR, Role.OWNER, Role.OWN_MEMBER}, _("see this person")),
    change_person=(WHOLE_OFFICE, _("change a person's record")),
    change_interests=(
        WHOLE_OFFICE | {Role.OWNER, Role.OWN_MEMBER},
        _("change what this person would like to learn, and when they are away"),
    ),
    reveal_phone=(WHOLE_OFFICE, _("see a full phone number")),
    make_link=(WHOLE_OFFICE, _("make a sign-in link")),
    change_access=({Role.OFFICE}, _("change what a person may do")),
    see_own_account=(EVERYONE_INSIDE, _("see your own account")),
    export_own_data=(EVERYONE_INSIDE, _("export your own data")),
    erase_person=({Role.OFFICE}, _("erase a person's data")),
    import_roster=(WHOLE_OFFICE, _("import a roster")),
    export_roster=(WHOLE_OFFICE, _("export the roster")),
    answer_link_request=(WHOLE_OFFICE, _("send a new personal link")),
    change_own_consent=(EVERYONE_INSIDE, _("decide about your own pictures")),
    change_own_password=(EVERYONE_INSIDE, _("change your own password")),
    see_audit=({Role.OFFICE, Role.AUDITOR}, _("read the audit trail")),
)


def check_can_make_link(by: Any, person: Any) -> None:
    """A link is for an active person; a link for one of the office only comes from the office (or the site)."""
    if not person.is_active:
        raise DomainError(
            gettext("%(person)s can no longer sign in, so a link would be useless.") % {"person": person}
        )
    if by is None:
        return
    check(by, "accounts.make_link", person)
    if person.duty != "member" and Role.OFFICE not in by.roles:
        raise Refused(gettext("Only the office itself makes links for people of the office."))


def can_make_link(by: Any, person: Any) -> bool:
    """Whether the button is shown."""
    return holds(check_can_make_link, by, person)


def is_looked_after_by(by: Any, person: Any) -> bool:
    """Whether somebody is this person, the chair of their member, or of the office."""
    is_chair = Role.CHAIR in by.roles and person.member_id is not None and by.member_id == person.member_id
    return by.pk == person.pk or is_chair or bool(by.roles & WHOLE_OFFICE)


def check_can_change_interests(by: Any, person: Any) -> None:
    """People say themselves what they would like to learn; else their chair or the office does, not a colleague."""
    check(by, "accounts.change_interests", person)
    if not is_looked_after_by(by, person):
        raise Refused(gettext("Only the person, the chair of their union and the office can change this."))
    if not person.is_active:
        raise DomainError(gettext("%(person)s takes no part any more.") % {"person": person})


def can_change_interests(by: Any, person: Any) -> bool:
    """Whether the way to the form is shown."""
    return holds(check_can_change_interests, by, person)


def check_can_revoke_link(by: Any, link: Any) -> None:
    """Only a link that could still be used is revoked."""
    check(by, "accounts.make_link", link)
    if not link.is_open:
        raise DomainError(gettext("This link can no longer be used anyway."))


def can_revoke_link(by: Any, link: Any) -> bool:
    """Whether the button is shown."""
    return holds(check_can_revoke_link, by, link)


def check_can_answer_request(by: Any, asked: Any) -> None:
    """A wish for a new link is met once."""
    check(by, "accounts.answer_link_request", asked)
    if asked.answered_at is not None:
        raise DomainError(gettext("A new link was made already."))


def can_answer_request(by: Any, asked: Any) -> bool:
    """Whether the button is shown."""
    return holds(check_can_answer_request, by, asked)


def check_can_add_person(by: Any, member: Any) -> None:
    """Cadres of a member are taken in by the whole office, colleagues in the office only by the office itself."""
    if member is None:
        check(by, "accounts.change_access")
    else:
        check(by, "accounts.change_person", member)


def check_can_change_access(by: Any, person: Any) -> None:
    """An erased person comes back only as a new one."""
    check(by, "accounts.change_access", person)
    if person.erased_at is not None:
        raise DomainError(gettext("This person's data were erased."))


def can_change_access(by: Any, person: Any) -> bool:
    """Whether the button is shown."""
    return holds(check_can_change_access, by, person)


def check_can_change_own_password(by: Any) -> None:
    """Only who has a login has a password."""
    check(by, "accounts.change_own_password", by)
    if not by.login:
        raise DomainError(gettext("You come in by personal links, so you have no password."))


def check_can_lose_office(by: Any, person: Any) -> None:
    """Somebody who can sign in must stay in the office, and nobody takes the office from oneself."""
    if by.pk == person.pk:
        raise DomainError(gettext("You cannot take the office from yourself. Ask a colleague to do it."))
    office = type(person).objects.filter(federation_id=person.federation_id, duty="office", is_active=True)
    if not office.exclude(pk=person.pk).exists():
        raise DomainError(gettext("Somebody must stay in the office."))


def check_can_erase(by: Any, person: Any) -> None:
    """Erasing is for the office, once, and not for oneself."""
    check(by, "accounts.erase_person", person)
    if person.erased_at is not None:
        raise DomainError(gettext("This person's data were erased."))
    if by.pk == person.pk:
        raise DomainError(gettext("You cannot erase yourself. Ask a colleague of the office to do it."))


def can_erase(by: Any, person: Any) -> bool:
    """Whether the button is shown."""
    return holds(check_can_erase, by, person)


def check_can_accept_roster(by: Any, draft: Any) -> None:
    """A dry run without errors that would change something, once."""
    check(by, "accounts.import_roster", draft)
    if draft.state != "draft":
        raise DomainError(gettext("This file was decided on already."))
    if draft.errors:
        raise DomainError(gettext("Correct the errors in the file first, then upload it again."))
    if not does_something(draft.steps):
        raise DomainError(
            gettext("Everything in this file is on record already; there is nothing to import.")
        )


def can_accept_roster(by: Any, draft: Any) -> bool:
    """Whether the button is shown."""
    return holds(check_can_accept_roster, by, draft)


def check_can_drop_roster(by: Any, draft: Any) -> None:
    """Only what is not decided yet."""
    check(by, "accounts.import_roster", draft)
    if draft.state != "draft":
        raise DomainError(gettext("This file was decided on already."))


def can_drop_roster(by: Any, draft: Any) -> bool:
    """Whether the button is shown."""
    return holds(check_can_drop_roster, by, draft)


def holds(rule: Callable[..., None], *args: Any) -> bool:
    """Whether a rule lets something pass."""
    try:
        rule(*args)
    except DomainError:
        return False
    return True
