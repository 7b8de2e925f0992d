"""How the first page says hello."""

from django.utils import timezone
from django.utils.translation import gettext as _

MORNING, AFTERNOON, EVENING = 4, 12, 18


def greeting(hour: int | None = None) -> str:
    """Good morning from 4, good afternoon from 12, good evening from 18 until 4, by the site's own clock."""
    hour = timezone.localtime().hour if hour is None else hour
    if MORNING <= hour < AFTERNOON:
        return _("Good morning")
    return _("Good afternoon") if AFTERNOON <= hour < EVENING else _("Good evening")
