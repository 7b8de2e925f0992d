"""Who may see and change members, venues, topics and the federation's settings."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yixian.web.shared.errors import DomainError
from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, check, declare

declare(
    "organisations",
    see_members=(EVERYONE_INSIDE, _("see the members")),
    change_member=(WHOLE_OFFICE, _("change a member's record")),
    change_own_member=(
        WHOLE_OFFICE | {Role.OWN_MEMBER},
        _("change a member's venues, strengths and needs"),
    ),
    change_topics=(WHOLE_OFFICE, _("change the topics")),
    change_federation=({Role.OFFICE}, _("change the federation's settings")),
)


def check_can_change_offers(by: Any, member: Any) -> None:
    """Venues, strengths and needs of an active member, by the office or the member's own people."""
    check(by, "organisations.change_own_member", member)
    if not member.is_active:
        raise DomainError(
            gettext("%(member)s is no longer a member; its record is kept as it is.") % {"member": member}
        )


def can_change_offers(by: Any, member: Any) -> bool:
    """Whether the buttons are shown."""
    return holds(check_can_change_offers, by, member)


def holds(rule: Callable[..., None], *args: Any) -> bool:
    """Whether a rule lets something pass."""
    try:
        rule(*args)
    except DomainError:
        return False
    return True
