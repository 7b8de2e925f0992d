"""Where this app stands in the navigation."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.navigation import Entry, register

register(
    Entry(
        _("Year plan"), "planning:overview", "calendar3", "planning.see_published", 25, _("Work"), phone=True
    ),
    Entry(
        _("Offers to host"), "planning:offers", "hand-thumbs-up", "planning.see_offers", 48, _("Organisation")
    ),
    Entry(
        _("Calendar of days"),
        "planning:calendar",
        "calendar-range",
        "planning.keep_calendar",
        66,
        _("Office"),
    ),
)
