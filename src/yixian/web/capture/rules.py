"""Who may record, see and release what was recorded on site, and whether it can be done now."""

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yixian.web.accounts.models import Person
from yixian.web.capture import states
from yixian.web.capture.models import Capture, Photo
from yixian.web.meetings.models import Meeting, Station
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError
from yixian.web.shared.policy import EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "capture",
    record=({Role.CHAIR, Role.DELEGATE} | WHOLE_OFFICE, gettext_lazy("record something on site")),
    see_own=(EVERYONE_INSIDE, gettext_lazy("see what you recorded")),
    see=(EVERYONE_INSIDE, gettext_lazy("see what was recorded")),
    delete_own=({Role.AUTHOR}, gettext_lazy("delete what you recorded")),
    see_held=({Role.COORDINATOR}, gettext_lazy("see what waits for release")),
    release=({Role.COORDINATOR}, gettext_lazy("release what was recorded")),
    see_phones=({Role.COORDINATOR} | WHOLE_OFFICE, gettext_lazy("see which phones still hold records")),
    see_jobs=(WHOLE_OFFICE, gettext_lazy("see work that failed")),
    decide_jobs=(WHOLE_OFFICE, gettext_lazy("try failed work again or take it off the list")),
    see_photo=(EVERYONE_INSIDE, gettext_lazy("see a photo")),
)

ON_THE_DAY = (Meeting.State.ANNOUNCED, Meeting.State.OPEN)
RECORDING = (Meeting.State.UNDER_WAY, Meeting.State.WRAPPED_UP)


def check_can_record(by: Person, meeting: Meeting) -> None:
    """Recording is open from the day of the meeting until it is closed."""
    policy.check(by, "capture.record", meeting)
    if meeting.state in RECORDING:
        return
    if meeting.state in ON_THE_DAY and meeting.held_on == timezone.localdate():
        return
    if meeting.state == Meeting.State.CLOSED:
        raise DomainError(
            _("“%(meeting)s” is closed. Ask the office to reopen it; what you recorded stays on this phone.")
            % {"meeting": meeting}
        )
    raise DomainError(_("Recording for “%(meeting)s” opens on its day.") % {"meeting": meeting})


def can_record(by: Person, meeting: Meeting) -> bool:
    """Whether the five buttons work for this meeting now."""
    try:
        check_can_record(by, meeting)
    except DomainError:
        return False
    return True


def check_can_delete(by: Person, capture: Capture) -> None:
    """One may take back one's own record as long as the host has not let it go."""
    policy.check(by, "capture.delete_own", capture)
    if capture.hold == Capture.Hold.RELEASED:
        raise DomainError(_("This has been released. Ask the host to withdraw the release first."))


def can_delete(by: Person, capture: Capture) -> bool:
    """Whether the button to delete is shown."""
    return policy.may(by, "capture.delete_own", capture) and capture.hold != Capture.Hold.RELEASED


def check_can_decide(by: Person, capture: Capture, verb: str) -> None:
    """The host's coordinator decides; a photo from a zone without photos needs the zone changed first."""
    policy.check(by, "capture.release", capture)
    if capture.deleted_at is not None:
        raise DomainError(_("Its author has deleted this."))
    states.CAPTURE.check(capture, verb)
    if verb == "release" and is_forbidden(capture):
        raise DomainError(
            _("Photos are forbidden at this station. To release this one, change the station's rule first.")
        )


def can_decide(by: Person, capture: Capture, verb: str) -> bool:
    """Whether a decision's button is shown."""
    try:
        check_can_decide(by, capture, verb)
    except DomainError:
        return False
    return True


def check_can_blur(by: Person, capture: Capture) -> None:
    """Blurring is a way to release: whoever may do that, wherever there is a picture to be seen."""
    policy.check(by, "capture.release", capture)
    if capture.hold != Capture.Hold.RELEASED:
        check_can_decide(by, capture, "release")
    photo = getattr(capture, "photo", None)
    if photo is None or photo.state not in (Photo.State.READY, Photo.State.RECEIVED):
        raise DomainError(_("There is no picture here that could be blurred."))


def can_blur(by: Person, capture: Capture) -> bool:
    """Whether the way to the blurring is shown."""
    try:
        check_can_blur(by, capture)
    except DomainError:
        return False
    return True


def check_can_show_unblurred(by: Person, capture: Capture) -> None:
    """What is released stays blurred: the release is withdrawn first."""
    check_can_blur(by, capture)
    if capture.hold == Capture.Hold.RELEASED:
        raise DomainError(_("This has been released blurred. Withdraw the release first."))


def is_forbidden(capture: Capture) -> bool:
    """Whether this shows what the zone forbids to photograph: by its rule now, else by the one it arrived under."""
    if getattr(capture, "photo", None) is None:
        return False
    zone = capture.station.photos if capture.station is not None else capture.zone
    return zone == Station.Photos.FORBIDDEN


def needs_thought(capture: Capture) -> bool:
    """Whether "release all that is free" must leave this one to a decision of its own."""
    was_free = capture.zone == Station.Photos.FREE
    is_free = capture.station is not None and capture.station.photos == Station.Photos.FREE
    return capture.shows_people or capture.hold != Capture.Hold.HELD or not (was_free and is_free)
