"""Who may see and change members, venues, topics and the roster."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

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
