"""Where this app stands in the navigation."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.navigation import Entry, place_under, register

register(
    Entry(
        _("Members"),
        "organisations:members",
        "buildings",
        "organisations.see_members",
        40,
        _("Organisation"),
        True,
    ),
    Entry(_("Topics"), "organisations:topics", "tags", "organisations.change_topics", 46, _("Organisation")),
    Entry(
        _("Settings"), "organisations:federation", "gear", "organisations.change_federation", 75, _("Office")
    ),
)
place_under("organisations:members", r"/organisations/venues/")
place_under("organisations:federation", r"/organisations/subdistricts/")
