"""Where this app stands in the navigation."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.navigation import Entry, register

register(
    Entry(_("Meetings"), "meetings:list", "calendar-event", "meetings.see", 20, _("Work"), phone=True),
    Entry(_("Archive"), "meetings:archive", "archive", "meetings.read_archive", 60, _("Office")),
)
