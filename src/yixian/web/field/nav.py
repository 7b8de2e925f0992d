"""Where this app stands in the navigation."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.navigation import Entry, register

register(Entry(_("On site"), "field:home", "camera", "field.use", 15, _("Work"), phone=True))
