"""A phone says how much it still holds."""

from uuid import UUID

from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Phone
from yixian.web.meetings.models import Meeting
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action


@action
def note_phone(*, by: Person, meeting: Meeting, device: UUID, holds: int, stuck: int) -> Phone:
    """Note what a phone says about itself; a report of a machine, so the audit trail stays without it."""
    policy.check(by, "capture.record", meeting)
    values = {"holds": holds, "stuck": stuck, "seen_at": timezone.now()}
    phone, _made = Phone.objects.update_or_create(
        meeting=meeting, person=by, device=device, defaults={**values, "federation_id": by.federation_id}
    )
    audit.nothing_changed()
    return phone
