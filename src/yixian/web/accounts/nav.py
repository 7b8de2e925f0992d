"""Where this app stands in the navigation, and its part of a person's page."""

from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.panels import PERSON_PANELS
from yixian.web.accounts.queries.interests import load
from yixian.web.organisations.panels import Panel
from yixian.web.shared.navigation import Entry, register

register(
    Entry(_("People"), "accounts:people", "people", "accounts.see_people", 45, _("Organisation")),
    Entry(_("Roster"), "accounts:rosters", "table", "accounts.import_roster", 47, _("Organisation")),
    Entry(_("Audit trail"), "accounts:audit", "shield-check", "accounts.see_audit", 70, _("Office")),
)
PERSON_PANELS.register(Panel("interests", 10, "accounts/people/_interests.html", load))
