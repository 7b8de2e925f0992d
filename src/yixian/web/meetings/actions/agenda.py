"""The agenda is built by rule and arranged by hand; hand edits outlive the next building."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.agenda_sources import Line, offered_lines, rank_of
from yixian.web.meetings.models import AgendaItem, Meeting, Report
from yixian.web.meetings.rules.agenda import check_can_change_agenda
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput

MOST_MINUTES = 480
KEPT = ("kind", "title", "minutes", "note", "source", "speaker_id", "report_id", "is_edited", "position")


@dataclass(frozen=True)
class ItemFacts:
    """What can be said of an item by hand."""

    title: str
    minutes: int
    kind: str = "discussion"
    speaker: Person | None = None
    note: str = ""


@action
def build_agenda(*, by: Person, meeting: Meeting) -> list[AgendaItem]:
    """Bring the agenda up to date with what is there; edited, begun and removed items stay as they were."""
    check_can_change_agenda(by, meeting)
    lines = {line.source: line for line in offered_lines(meeting)}
    items = list(meeting.agenda.all())
    gone = [each for each in items if each.source and each.source not in lines and not _is_kept(each)]
    meeting.agenda.filter(pk__in=[each.pk for each in gone]).delete()
    items = [each for each in items if each not in gone]
    renewed = [each for each in items if each.source in lines and not _is_kept(each)]
    changed = sum(_renew(each, lines[each.source]) for each in renewed)
    known = {each.source for each in items} | {each["source"] for each in meeting.agenda_removed}
    added = [_item(meeting, line) for line in lines.values() if line.source not in known]
    for item in added:
        items.insert(_place_for(item, items), item)
    if not (gone or changed or added):
        audit.nothing_changed()
        return items
    _number(items)
    changes = {"added": [0, len(added)], "removed": [0, len(gone)], "changed": [0, changed]}
    audit.record(by=by, verb="meetings.build_agenda", thing=meeting, changes=changes)
    return items


@action
def add_agenda_item(*, by: Person, meeting: Meeting, facts: ItemFacts) -> AgendaItem:
    """Add an item by hand, before the closing where there is one."""
    check_can_change_agenda(by, meeting)
    _check(facts, meeting)
    items = list(meeting.agenda.all())
    item = AgendaItem(federation_id=meeting.federation_id, meeting=meeting, is_edited=True, **_values(facts))
    items.insert(_place_for(item, items), item)
    _number(items)
    audit.record(by=by, verb="meetings.add_agenda_item", thing=item, changes={"title": ["", item.title]})
    return item


@action
def change_agenda_item(*, by: Person, item: AgendaItem, facts: ItemFacts) -> AgendaItem:
    """Change an item by hand; the next building leaves it alone."""
    check_can_change_agenda(by, item.meeting)
    _check(facts, item.meeting)
    changes = {}
    for name, new in _values(facts).items():
        old = getattr(item, name)
        if old != new:
            changes[name] = [str(old or ""), str(new or "")]
            setattr(item, name, new)
    if not changes:
        audit.nothing_changed()
        return item
    item.is_edited = True
    item.save()
    audit.record(by=by, verb="meetings.change_agenda_item", thing=item, changes=changes)
    return item


@action
def order_agenda(*, by: Person, meeting: Meeting, order: list[int]) -> list[AgendaItem]:
    """Put the items into the order of these ids; items not named keep their place behind them."""
    check_can_change_agenda(by, meeting)
    items = list(meeting.agenda.all())
    place = {pk: number for number, pk in enumerate(order)}
    after = sorted(items, key=lambda each: place.get(each.pk, len(place)))
    if after == items:
        audit.nothing_changed()
        return items
    _number(after)
    before_titles, titles = ([each.title for each in rows] for rows in (items, after))
    audit.record(
        by=by, verb="meetings.order_agenda", thing=meeting, changes={"order": [before_titles, titles]}
    )
    return after


@action
def remove_agenda_item(*, by: Person, item: AgendaItem) -> Meeting:
    """Take an item off; it can be put back, and building does not bring it back by itself."""
    check_can_change_agenda(by, item.meeting)
    meeting = item.meeting
    if item.started_at is not None:
        raise BadInput(_("This item has begun and stays in the running order."))
    meeting.agenda_removed = [*meeting.agenda_removed, {name: getattr(item, name) for name in KEPT}]
    meeting.save(update_fields=["agenda_removed"])
    audit.record(by=by, verb="meetings.remove_agenda_item", thing=item, changes={"title": [item.title, ""]})
    item.delete()
    return meeting


@action
def restore_agenda_item(*, by: Person, meeting: Meeting, number: int = -1) -> AgendaItem:
    """Put a removed item back where it stood: the last one, or the one of this number."""
    check_can_change_agenda(by, meeting)
    removed = list(meeting.agenda_removed)
    try:
        values = dict(removed.pop(number))
    except IndexError:
        raise BadInput(_("There is nothing to put back.")) from None
    position = values.pop("position")
    items = list(meeting.agenda.all())
    item = AgendaItem(federation_id=meeting.federation_id, meeting=meeting, **_still_there(values))
    items.insert(min(position - 1, len(items)), item)
    _number(items)
    meeting.agenda_removed = removed
    meeting.save(update_fields=["agenda_removed"])
    audit.record(by=by, verb="meetings.restore_agenda_item", thing=item, changes={"title": ["", item.title]})
    return item


def _is_kept(item: AgendaItem) -> bool:
    """What a person changed, or what has begun, is not touched by building."""
    return item.is_edited or item.started_at is not None


def _item(meeting: Meeting, line: Line) -> AgendaItem:
    return AgendaItem(
        federation_id=meeting.federation_id, meeting=meeting, source=line.source, **_of_line(line)
    )


def _of_line(line: Line) -> dict[str, Any]:
    names = ("kind", "title", "minutes", "note", "speaker", "report")
    return {name: getattr(line, name) for name in names}


def _renew(item: AgendaItem, line: Line) -> bool:
    """Bring one built item up to date; whether anything changed."""
    different = {name: new for name, new in _of_line(line).items() if getattr(item, name) != new}
    for name, new in different.items():
        setattr(item, name, new)
    if different:
        item.save(update_fields=list(different))
    return bool(different)


def _place_for(item: AgendaItem, items: list[AgendaItem]) -> int:
    """Behind the last item that usually comes before or beside it."""
    rank = rank_of(item.kind)
    earlier = [number for number, each in enumerate(items) if rank_of(each.kind) <= rank]
    return earlier[-1] + 1 if earlier else 0


def _number(items: list[AgendaItem]) -> None:
    """Save new items and every position that changed."""
    for position, item in enumerate(items, start=1):
        if item.pk is None:
            item.position = position
            item.save()
        elif item.position != position:
            item.position = position
            item.save(update_fields=["position"])


def _check(facts: ItemFacts, meeting: Meeting) -> None:
    if not facts.title.strip():
        raise BadInput(_("An item needs a title."))
    if not 0 < facts.minutes <= MOST_MINUTES:
        raise BadInput(_("An item takes between 1 and 480 minutes."))
    if facts.speaker is not None and facts.speaker.federation_id != meeting.federation_id:
        raise BadInput(_("The speaker must be somebody of this federation."))


def _values(facts: ItemFacts) -> dict[str, Any]:
    return {
        "title": facts.title.strip()[:120],
        "minutes": facts.minutes,
        "kind": facts.kind,
        "speaker": facts.speaker,
        "note": facts.note.strip()[:300],
    }


def _still_there(values: dict[str, Any]) -> dict[str, Any]:
    """A removed item's values, without people and reports that were deleted since."""
    if values["speaker_id"] and not Person.objects.filter(pk=values["speaker_id"]).exists():
        values["speaker_id"] = None
    if values["report_id"] and not Report.objects.filter(pk=values["report_id"]).exists():
        values["report_id"] = None
    return values
