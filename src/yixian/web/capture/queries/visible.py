"""Who sees what of what was recorded: one's own, what is released, and what one's own house must decide."""

from typing import Any

from django.db.models import Count, Q, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture, Photo
from yixian.web.meetings.models import Meeting
from yixian.web.shared import policy
from yixian.web.shared.policy import Role
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows

LINE = (
    "kind", "text", "hold", "zone", "shows_people", "received_at", "author_id", "meeting_id", "federation_id",
    "author__name", "author__member__short_name", "station__name", "station__photos",
    "photo__state", "photo__width", "photo__height", "photo__problem",
)  # fmt: skip


def in_lines(captures: QuerySet[Capture]) -> QuerySet[Capture]:
    """The same records with what one line of a list shows and nothing beside it: lists must be quick."""
    return captures.select_related(None).select_related("author__member", "station", "photo").only(*LINE)


def coordinated_by(person: Person, path: str = "") -> Q:
    """Meetings of which this person is the host's coordinator, for a filter on `path` (as `meeting__`).

    The same rule as `Meeting.roles_of`: the one named, else (nobody named) the host's chair.
    """
    named = Q(**{f"{path}coordinator": person})
    if Role.CHAIR not in person.roles or person.member_id is None:
        return named
    return named | Q(**{f"{path}coordinator": None, f"{path}host_id": person.member_id})


def captures_visible_to(person: Person) -> QuerySet[Capture]:
    """Own records, released ones, and every one of the meetings that this person coordinates."""
    if not policy.may(person, "capture.see"):
        return Capture.objects.none()
    own_or_released = Q(author=person) | Q(hold=Capture.Hold.RELEASED)
    captures = Capture.objects.filter(federation_id=person.federation_id, deleted_at=None)
    captures = captures.filter(own_or_released | coordinated_by(person, "meeting__"))
    return captures.select_related("author__member", "meeting__host", "station", "photo")


def capture_visible_to(person: Person, pk: int) -> Capture | None:
    """One of `captures_visible_to`, or None."""
    return ONE.first(by=person, pk=pk)


def photos_visible_to(person: Person) -> QuerySet[Photo]:
    """Pictures that may be shown to this person now.

    Released ones to everybody inside; those that wait to their author and the host's coordinator; those
    that are withheld or in quarantine to the coordinator only.
    """
    if not policy.may(person, "capture.see_photo"):
        return Photo.objects.none()
    own_waiting = Q(capture__author=person, capture__hold=Capture.Hold.HELD)
    released = Q(capture__hold=Capture.Hold.RELEASED)
    photos = Photo.objects.filter(
        federation_id=person.federation_id, state=Photo.State.READY, capture__deleted_at=None
    )
    return photos.filter(own_waiting | released | coordinated_by(person, "capture__meeting__"))


def photo_visible_to(person: Person, pk: int) -> Photo | None:
    """One of `photos_visible_to`, or None."""
    return PICTURE.first(by=person, pk=pk)


def released_in(meeting: Meeting) -> QuerySet[Capture]:
    """What the host let go at a meeting, for papers and digests."""
    captures = Capture.objects.filter(meeting=meeting, hold=Capture.Hold.RELEASED, deleted_at=None)
    return captures.select_related("author__member", "station", "photo")


def hold_counts(meeting: Meeting) -> dict[str, int]:
    """How many records of a meeting stand where; every hold is named."""
    counts = dict(HOLDS.all(federation_id=meeting.federation_id, meeting_id=meeting.pk))
    return {**dict.fromkeys(Capture.Hold.values, 0), **counts}


def _holds(federation_id: int, meeting_id: int) -> QuerySet[Capture, Any]:
    captures = Capture.objects.with_scopes_disabled().filter(federation_id=federation_id)
    captures = captures.filter(meeting_id=meeting_id, deleted_at=None).order_by()
    return captures.values_list("hold").annotate(Count("pk"))


ONE: Prepared[Capture] = Prepared(
    lambda by, pk: captures_visible_to(by).filter(pk=pk).order_by(), by=Asker, pk=int
)
PICTURE: Prepared[Photo] = Prepared(
    lambda by, pk: photos_visible_to(by).filter(pk=pk).only("shown", "thumbnail"), by=Asker, pk=int
)
HOLDS = PreparedRows(_holds, federation_id=int, meeting_id=int)
