"""Where this app stands in the navigation."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.navigation import Entry, place_under, register

register(
    Entry(_("Who met whom"), "grouping:year", "people", "grouping.see_year", 22, _("Work")),
)
place_under("meetings:list", r"/grouping/\d+/")
