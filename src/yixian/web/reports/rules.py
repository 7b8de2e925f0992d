"""Who may see figures."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "reports",
    see_home=(EVERYONE_INSIDE, _("see the first page")),
    see_figures=(WHOLE_OFFICE | {Role.AUDITOR, Role.UPPER}, _("see figures")),
    search=(EVERYONE_INSIDE, _("search")),
)
