"""How a station's zone policy is shown: always an icon, a word and a tone together."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yixian.web.meetings.models import Station


@dataclass(frozen=True)
class Sign:
    """One sign at a station: icon of the sprite, tone of a badge, words, and a further remark."""

    icon: str
    tone: str
    words: Any
    remark: str = ""


PHOTOS = {
    Station.Photos.FREE: Sign("camera", "good", gettext_lazy("photos welcome")),
    Station.Photos.ASK: Sign("hand-index-thumb", "wait", gettext_lazy("ask before a photo")),
    Station.Photos.FORBIDDEN: Sign("ban", "bad", gettext_lazy("no photos")),
}


def signs_of(station: Station) -> list[Sign]:
    """Every sign that stands at a station, the photo rule first."""
    signs = [PHOTOS[Station.Photos(station.photos)]]
    if station.is_screened:
        signs.append(Sign("eye-slash", "", _("screened"), station.screened_what))
    if station.do_not_disturb:
        signs.append(Sign("stop-circle", "bad", _("do not disturb the work")))
    return signs
