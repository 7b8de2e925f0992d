"""How the first page says hello."""

from django.utils import timezone
from django.utils.translation import gettext as _


def greeting() -> str:
    """Good morning, good afternoon or good evening, by the site's own clock."""
    hour = timezone.localtime().hour
    if 4 <= hour < 12:
        return _("Good morning")
    return _("Good afternoon") if hour < 18 else _("Good evening")
