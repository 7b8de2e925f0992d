"""The host's things are ticked off, added and taken away."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.checklists import checklist_for
from yixian.web.meetings.models import ChecklistItem, Meeting
from yixian.web.meetings.rules.checklist import check_can_tick
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput


@action
def tick_item(*, by: Person, item: ChecklistItem, is_done: bool) -> ChecklistItem:
    """Mark a thing as ready, or as not ready after all."""
    check_can_tick(by, item.meeting)
    if (item.done_at is not None) is is_done:
        audit.nothing_changed()
        return item
    item.done_at, item.done_by = (timezone.now(), by) if is_done else (None, None)
    item.save(update_fields=["done_at", "done_by"])
    audit.record(by=by, verb="meetings.tick_item", thing=item, changes={"done": [not is_done, is_done]})
    return item


@action
def add_checklist_item(
    *, by: Person, meeting: Meeting, text: str, due_on: date | None = None
) -> ChecklistItem:
    """One more thing to get ready."""
    check_can_tick(by, meeting)
    text = text.strip()[:160]
    if not text:
        raise BadInput(_("Say what has to be ready."))
    last = meeting.checklist.order_by("position").last()
    item = ChecklistItem.objects.create(
        federation_id=meeting.federation_id,
        meeting=meeting,
        position=last.position + 1 if last else 1,
        text=text,
        due_on=due_on,
    )
    audit.record(by=by, verb="meetings.add_checklist_item", thing=item, changes={"text": ["", text]})
    return item


@action
def remove_checklist_item(*, by: Person, item: ChecklistItem) -> Meeting:
    """A thing that does not apply to this meeting."""
    check_can_tick(by, item.meeting)
    meeting = item.meeting
    audit.record(by=by, verb="meetings.remove_checklist_item", thing=item, changes={"text": [item.text, ""]})
    item.delete()
    return meeting


@action
def fill_checklist(*, by: Person, meeting: Meeting) -> list[ChecklistItem]:
    """Add the tasks of the venue's kind that are not on the list, as after a change of place."""
    check_can_tick(by, meeting)
    made = checklist_for(meeting)
    if made:
        audit.record(by=by, verb="meetings.fill_checklist", thing=meeting, changes={"tasks": [0, len(made)]})
    else:
        audit.nothing_changed()
    return made
