"""Items of the running order begin and end."""

from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import AgendaItem
from yixian.web.meetings.rules.agenda import check_can_run_agenda
from yixian.web.shared import audit
from yixian.web.shared.actions import action


@action
def start_item(*, by: Person, item: AgendaItem) -> AgendaItem:
    """Begin an item; whatever was still running ends with that."""
    check_can_run_agenda(by, item)
    if item.started_at is not None and item.ended_at is None:
        audit.nothing_changed()
        return item
    now = timezone.now()
    running = item.meeting.agenda.filter(ended_at=None).exclude(started_at=None)
    running.exclude(pk=item.pk).update(ended_at=now)
    item.started_at, item.ended_at = now, None
    item.save(update_fields=["started_at", "ended_at"])
    audit.record(by=by, verb="meetings.start_item", thing=item, changes={"started_at": ["", now]})
    return item


@action
def finish_item(*, by: Person, item: AgendaItem) -> AgendaItem:
    """End an item; one that was never begun is passed over."""
    check_can_run_agenda(by, item)
    if item.ended_at is not None:
        audit.nothing_changed()
        return item
    item.ended_at = timezone.now()
    item.save(update_fields=["ended_at"])
    audit.record(by=by, verb="meetings.finish_item", thing=item, changes={"ended_at": ["", item.ended_at]})
    return item


@action
def reopen_item(*, by: Person, item: AgendaItem) -> AgendaItem:
    """Undo beginning or ending: the item waits again."""
    check_can_run_agenda(by, item)
    if item.started_at is None and item.ended_at is None:
        audit.nothing_changed()
        return item
    changes = {"started_at": [item.started_at, None], "ended_at": [item.ended_at, None]}
    item.started_at = item.ended_at = None
    item.save(update_fields=["started_at", "ended_at"])
    audit.record(by=by, verb="meetings.reopen_item", thing=item, changes=changes)
    return item
