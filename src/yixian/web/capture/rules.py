"""Who may record, see and release what was recorded on site."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "capture",
    record=({Role.CHAIR, Role.DELEGATE} | WHOLE_OFFICE, _("record something on site")),
    see_own=(EVERYONE_INSIDE, _("see what you recorded")),
    see=(EVERYONE_INSIDE, _("see what was recorded")),
    delete_own=({Role.AUTHOR}, _("delete what you recorded")),
    see_held=({Role.COORDINATOR}, _("see what waits for release")),
    release=({Role.COORDINATOR}, _("release what was recorded")),
    see_photo=(EVERYONE_INSIDE, _("see a photo")),
)
