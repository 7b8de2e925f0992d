"""Who may use what belongs to no domain."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERYONE_INSIDE, Role, declare

declare(
    "shared",
    choose_preferences=({Role.ANYONE}, _("choose language, theme and text size")),
    see_styleguide=({Role.ANYONE}, _("see the style guide")),
    stay_signed_in=(EVERYONE_INSIDE, _("use the site")),
)
