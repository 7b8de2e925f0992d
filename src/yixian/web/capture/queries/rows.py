"""One record as a page shows it: everything said once, so that a list of hundreds stays quick."""

from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture import rules, states
from yixian.web.capture.models import Capture, Photo
from yixian.web.meetings.models import Station
from yixian.web.shared.templatetags.ui_dates import clock, day_short
from yixian.web.shared.templatetags.ui_parts import icon
from yixian.web.shared.writing import options_of

ICONS = {
    "photo": "camera",
    "note": "pencil",
    "question": "question-circle",
    "problem": "exclamation-triangle",
    "idea": "lightbulb",
}
HOLDS = {
    "held": gettext_lazy("waits for the host"),
    "released": gettext_lazy("released"),
    "withheld": gettext_lazy("withheld"),
    "quarantined": gettext_lazy("in quarantine"),
}
NO_STATION = "-"


class Row(NamedTuple):
    """One record on a page. `thumbnail` and `picture` are addresses, or empty where nothing may be shown."""

    pk: int
    kind: str
    kind_label: str
    icon: str
    text: str
    author: str
    unit: str
    station: str
    station_pk: int | None
    when: str
    hold: str
    hold_label: str
    tone: str
    thumbnail: str
    picture: str
    no_picture: str
    width: int | None
    height: int | None
    zone: str
    zone_label: str
    warning: str
    is_forbidden: bool
    shows_people: bool
    is_own: bool
    is_whole: bool

    @property
    def url(self) -> str:
        """The record's own page; its decision and its deletion stand below."""
        return f"{record_prefix()}{self.pk}/"

    @property
    def station_url(self) -> str:
        """The station's page, where there is a station."""
        return f"{station_prefix()}{self.station_pk}/" if self.station_pk else ""

    @property
    def icon_svg(self) -> SafeString:
        """The kind's icon."""
        return icon(self.icon)

    @property
    def warning_svg(self) -> SafeString:
        """The icon beside a warning."""
        return icon("exclamation-triangle")

    @property
    def hidden_svg(self) -> SafeString:
        """What stands where a picture may not be shown."""
        return icon("eye-slash", size="lg")

    @property
    def is_decided(self) -> bool:
        """Whether the host has decided."""
        return self.hold in ("released", "withheld")

    @property
    def may_be_blurred(self) -> bool:
        """Whether the queue leads to the blurring: there is a picture, and it may be let go."""
        return bool(self.thumbnail) and not self.is_forbidden and self.hold != "released"

    @property
    def buttons(self) -> SafeString:
        """The decisions that are open, as buttons of the form around them."""
        return decision_buttons(self.hold, self.is_forbidden, get_language() or "")


@lru_cache(maxsize=1)
def photo_prefix() -> str:
    """The start of every picture's address."""
    return reverse("capture:photo", args=[0, "shown"]).removesuffix("0/shown/")


@lru_cache(maxsize=1)
def record_prefix() -> str:
    """The start of every record's address."""
    return reverse("capture:record", args=[0]).removesuffix("0/")


@lru_cache(maxsize=1)
def station_prefix() -> str:
    """The start of every station's address."""
    return reverse("capture:station", args=[0]).removesuffix("0/")


def row_of(capture: Capture, person: Person, *, is_coordinator: bool) -> Row:
    """What this person may read of one record; `capture` comes from `captures_visible_to`."""
    photo = getattr(capture, "photo", None)
    may_see = (
        photo is not None and photo.state == Photo.State.READY and _shows(capture, person, is_coordinator)
    )
    prefix = f"{photo_prefix()}{photo.pk}/" if may_see and photo is not None else ""
    return Row(
        pk=capture.pk,
        kind=capture.kind,
        kind_label=options_of(Capture.Kind).words[capture.kind],
        icon=ICONS[capture.kind],
        text=capture.text,
        author=capture.author.name,
        unit=capture.author.member.short_name if capture.author.member else "",
        station=capture.station.name if capture.station else "",
        station_pk=capture.station_id,
        when=f"{day_short(capture.received_at)} {clock(capture.received_at)}",
        hold=capture.hold,
        hold_label=hold_words(capture),
        tone=states.TONES[capture.hold],
        thumbnail=f"{prefix}thumbnail/" if prefix else "",
        picture=f"{prefix}shown/" if prefix else "",
        no_picture="" if may_see or photo is None else _why_no_picture(capture, photo),
        width=photo.width if photo is not None else None,
        height=photo.height if photo is not None else None,
        zone=capture.zone,
        zone_label=zone_words(capture.zone),
        warning=warning_words(capture) if is_coordinator else "",
        is_forbidden=rules.is_forbidden(capture),
        shows_people=capture.shows_people,
        is_own=capture.author_id == person.pk,
        is_whole=photo is None or photo.is_complete,
    )


def _shows(capture: Capture, person: Person, is_coordinator: bool) -> bool:
    """The same rule as `photos_visible_to`, for a row that is read already."""
    own_waiting = capture.author_id == person.pk and capture.hold == Capture.Hold.HELD
    return is_coordinator or own_waiting or capture.hold == Capture.Hold.RELEASED


def _why_no_picture(capture: Capture, photo: Photo) -> str:
    if photo.state == Photo.State.AWAITED:
        return _("The photo has not arrived yet.")
    if photo.state == Photo.State.RECEIVED:
        return _("The photo is being prepared.")
    if photo.state == Photo.State.BROKEN:
        return _(photo.problem) if photo.problem else photo.get_state_display()
    if capture.hold == Capture.Hold.QUARANTINED:
        return _("Taken where photos are forbidden: only the host can see it.")
    return _("The host keeps this photo back.")


def hold_words(capture: Capture) -> str:
    """The hold as a reader understands it."""
    return str(HOLDS[capture.hold])


def zone_words(zone: str) -> str:
    """A zone's rule in words; nothing where no station was named."""
    return options_of(Station.Photos).words[zone] if zone else ""


def warning_words(capture: Capture) -> str:
    """What the host should look at before letting this go; nothing when nothing speaks against it."""
    has_photo = getattr(capture, "photo", None) is not None
    reasons = []
    if capture.shows_people:
        reasons.append(_("shows people who do not wish to be seen"))
    if has_photo and rules.is_forbidden(capture):
        reasons.append(_("taken where photos are forbidden"))
    elif has_photo and capture.zone == Station.Photos.ASK:
        reasons.append(_("taken where one must ask first"))
    return _("; ").join(reasons)


@lru_cache(maxsize=64)
def decision_buttons(hold: str, is_forbidden: bool, _language: str) -> SafeString:
    """Buttons for every decision that a record's hold leaves open."""
    button = '<button class="btn {}" name="verb" value="{}" data-verb="{}"{}>{}{}</button>'
    if hold == "released":
        return format_html(button, "btn-secondary", "withdraw", "u", "", icon("eye-slash"), _("Withdraw"))
    if hold == "withheld":
        return format_html(
            button, "btn-secondary", "put_back", "u", "", icon("arrow-counterclockwise"), _("Put back")
        )
    no = SafeString(" disabled") if is_forbidden else ""
    return format_html(
        button, "btn-secondary", "release", "r", no, icon("check"), _("Release")
    ) + format_html(button, "btn-secondary", "withhold", "w", "", icon("x"), _("Withhold"))
