"""One meeting by its address, among those that a person may see: what nearly every page here asks first."""

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.shared import policy
from yixian.web.shared.prepared import Prepared


def _bare(federation_id: int, meeting_id: int) -> QuerySet[Meeting]:
    meetings = Meeting.objects.with_scopes_disabled()
    return meetings.filter(federation_id=federation_id, pk=meeting_id).order_by()


def _with_names(federation_id: int, meeting_id: int) -> QuerySet[Meeting]:
    return _bare(federation_id, meeting_id).select_related("host", "venue", "coordinator", "programme")


BARE: Prepared[Meeting] = Prepared(_bare, federation_id=int, meeting_id=int)
WITH_NAMES: Prepared[Meeting] = Prepared(_with_names, federation_id=int, meeting_id=int)


def meeting_visible_to(person: Person, pk: int) -> Meeting | None:
    """A meeting of the person's own federation with host, venue, coordinator and programme, or None."""
    return _found(WITH_NAMES, person, pk)


def bare_meeting_visible_to(person: Person, pk: int) -> Meeting | None:
    """The same with nothing beside it, for pages that must be quick: check-in, the wall."""
    return _found(BARE, person, pk)


def _found(query: Prepared[Meeting], person: Person, pk: int) -> Meeting | None:
    if not policy.may(person, "meetings.see"):
        return None
    meeting = query.first(federation_id=person.federation_id, meeting_id=pk)
    if meeting is not None:
        meeting.federation = person.federation
    return meeting
