"""Who may see and do what with groups and their rotation."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

HOST_OR_OFFICE = WHOLE_OFFICE | {Role.COORDINATOR}

declare(
    "grouping",
    see=(EVERYONE_INSIDE, _("see the groups")),
    see_draft=(HOST_OR_OFFICE | {Role.AUDITOR}, _("see groups that are not published")),
    arrange=(WHOLE_OFFICE, _("arrange the groups")),
    see_year=(WHOLE_OFFICE | {Role.AUDITOR}, _("see who has met whom")),
    rotate=(HOST_OR_OFFICE, _("arrange the rotation")),
    run_clock=(HOST_OR_OFFICE, _("run the clock of the walk")),
)
