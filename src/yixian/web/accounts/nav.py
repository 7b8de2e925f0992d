"""Where this app stands in the navigation."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.navigation import Entry, register

register(
    Entry(_("People"), "accounts:people", "people", "accounts.see_people", 45, _("Organisation")),
    Entry(_("Roster"), "accounts:rosters", "table", "accounts.import_roster", 47, _("Organisation")),
    Entry(_("Audit trail"), "accounts:audit", "shield-check", "accounts.see_audit", 70, _("Office")),
)
