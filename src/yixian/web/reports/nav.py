"""Where this app stands in the navigation."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.navigation import Entry, place_under, register

register(
    Entry(_("Today"), "reports:home", "house-door", "reports.see_home", 10, _("Work"), phone=True),
    Entry(_("Search"), "reports:search", "search", "reports.search", 12, _("Work")),
    Entry(_("Figures"), "reports:figures", "graph-up", "reports.see_figures", 62, _("Office")),
    Entry(
        _("Service map"), "reports:service-map", "grid-3x3-gap", "reports.see_service_map", 63, _("Office")
    ),
)
place_under("reports:home", r"/below/")
