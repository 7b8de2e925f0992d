"""Where this app stands in the navigation."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.navigation import Entry, register

register(
    Entry(_("Today"), "reports:home", "house-door", "reports.see_home", 10, _("Work"), phone=True),
    Entry(_("Archive"), "meetings:archive", "archive", "meetings.read_archive", 60, _("Office")),
)
