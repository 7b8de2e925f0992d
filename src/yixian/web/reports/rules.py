"""Who may see figures, and search."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "reports",
    see_home=(EVERYONE_INSIDE, _("see the first page")),
    see_figures=(WHOLE_OFFICE | {Role.AUDITOR}, _("see figures")),
    see_service_map=(WHOLE_OFFICE | {Role.AUDITOR}, _("see whom the network serves")),
    see_below=(WHOLE_OFFICE, _("see the figures of the federations below")),
    search=(EVERYONE_INSIDE, _("search")),
)
