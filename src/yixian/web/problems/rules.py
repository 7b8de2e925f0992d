"""Who may see, own, solve and confirm a problem."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "problems",
    see=(EVERYONE_INSIDE, _("see problems")),
    register=(WHOLE_OFFICE, _("register a problem")),
    assign=(WHOLE_OFFICE, _("give a problem an owner and a date")),
    solve=(WHOLE_OFFICE | {Role.OWNER}, _("report a problem as solved")),
    confirm=({Role.AUTHOR}, _("confirm that a problem is solved")),
    reopen=(WHOLE_OFFICE | {Role.AUTHOR}, _("reopen a problem")),
    drop=({Role.OFFICE}, _("stop pursuing a problem")),
    remark=(WHOLE_OFFICE | {Role.AUTHOR, Role.OWNER, Role.OWN_MEMBER}, _("add a remark to a problem")),
)
