"""The agenda with its times, and the running order on the day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.accounts.models import Person
from yixian.web.meetings.agenda_sources import minutes_of
from yixian.web.meetings.models import AgendaItem, Meeting, Report
from yixian.web.meetings.rules.agenda import can_change_agenda, can_run_agenda
from yixian.web.meetings.sections import Tab, tabs_for
from yixian.web.meetings.words import beside, moment_of
from yixian.web.shared.prepared import Prepared, PreparedRows

ONE = timedelta(minutes=1)


@dataclass(frozen=True)
class TimedItem:
    """An item with the times that follow from the start and the items before it."""

    item: AgendaItem
    starts: datetime
    ends: datetime
    speaker: str
    state: str
    expected: datetime
    number: int
    is_first: bool
    is_last: bool

    @property
    def is_late(self) -> bool:
        """Whether it begins, or still runs, later than planned by more than two minutes."""
        return self.state != "done" and self.expected - self.starts > 2 * ONE


@dataclass(frozen=True)
class AgendaPage:
    """The agenda as a list, with what can be said about its length."""

    meeting: Meeting
    tabs: list[Tab]
    items: list[TimedItem]
    minutes: int
    length: str
    fits: bool
    fit_words: str
    removed: list[tuple[int, str]]
    can_change: bool
    can_run: bool
    left_out: int
    now: datetime
    current: TimedItem | None


def _items(meeting_id: int) -> QuerySet[AgendaItem]:
    items = AgendaItem.objects.with_scopes_disabled().filter(meeting_id=meeting_id)
    own = [field.attname for field in AgendaItem._meta.concrete_fields]
    return items.select_related("speaker__member").only(*own, "speaker__name", "speaker__member__short_name")


def _item(meeting_id: int, item_id: int) -> QuerySet[AgendaItem]:
    items = AgendaItem.objects.with_scopes_disabled().filter(meeting_id=meeting_id, pk=item_id)
    return items.select_related("speaker__member")


def _experiences(meeting_id: int) -> QuerySet[Report, Any]:
    reports = Report.objects.with_scopes_disabled().filter(meeting_id=meeting_id).order_by()
    return reports.exclude(handed_in_at=None).exclude(experience="").values_list("pk")


ITEMS: Prepared[AgendaItem] = Prepared(_items, meeting_id=int)
ITEM: Prepared[AgendaItem] = Prepared(_item, meeting_id=int, item_id=int)
EXPERIENCES = PreparedRows(_experiences, meeting_id=int)


def agenda_items(meeting: Meeting) -> list[AgendaItem]:
    """The items in order, with the names of their speakers."""
    return ITEMS.all(meeting_id=meeting.pk)


def agenda_item(meeting: Meeting, item_id: int) -> AgendaItem | None:
    """One item of a meeting's agenda with its speaker."""
    item = ITEM.first(meeting_id=meeting.pk, item_id=item_id)
    if item is not None:
        item.meeting = meeting
    return item


def agenda_page(person: Person, meeting: Meeting, now: datetime | None = None) -> AgendaPage:
    """Read the agenda with its times; on the day `expected` follows what has really happened."""
    now = now or timezone.now()
    items = timed(meeting, agenda_items(meeting), now)
    minutes = sum(each.item.minutes for each in items)
    spare = minutes_of(meeting) - minutes
    may_change = can_change_agenda(person, meeting)
    return AgendaPage(
        meeting=meeting,
        tabs=tabs_for(person, meeting, "agenda"),
        items=items,
        minutes=minutes,
        length=duration_words(minutes),
        fits=spare >= 0,
        fit_words=_fit_words(spare) if items else "",
        removed=[(number, each["title"]) for number, each in enumerate(meeting.agenda_removed)],
        can_change=may_change,
        can_run=can_run_agenda(person, meeting),
        left_out=_left_out(meeting, items) if may_change and items else 0,
        now=now,
        current=next((each for each in items if each.state == "now"), None),
    )


def timed(meeting: Meeting, items: list[AgendaItem], now: datetime) -> list[TimedItem]:
    """Planned and expected times of the items."""
    planned = expected = first_moment(meeting)
    rows = []
    for number, item in enumerate(items):
        state = _state(item)
        if item.started_at:
            expected = item.started_at
        elif state == "next" and _has_begun(items):
            expected = max(expected, now)
        length = timedelta(minutes=item.minutes)
        rows.append(
            TimedItem(
                item=item,
                starts=planned,
                ends=planned + length,
                speaker=_speaker(item),
                state=state,
                expected=expected,
                number=number + 1,
                is_first=number == 0,
                is_last=number == len(items) - 1,
            )
        )
        planned += length
        expected = _expected_end(item, expected, length, now)
    return rows


def _expected_end(item: AgendaItem, begins: datetime, length: timedelta, now: datetime) -> datetime:
    if item.ended_at:
        return item.ended_at
    return max(begins + length, now) if item.started_at else begins + length


def _has_begun(items: list[AgendaItem]) -> bool:
    return any(item.started_at for item in items)


def _state(item: AgendaItem) -> str:
    if item.ended_at:
        return "done"
    return "now" if item.started_at else "next"


def _speaker(item: AgendaItem) -> str:
    speaker = item.speaker
    if speaker is None:
        return ""
    return beside(speaker.name, speaker.member.short_name if speaker.member else "")


def first_moment(meeting: Meeting) -> datetime:
    """When the meeting begins; a meeting without a day is counted as if it were today."""
    day: date = meeting.held_on or timezone.localdate()
    return moment_of(day, meeting.starts_at or meeting.programme.usual_start)


def duration_words(minutes: int) -> str:
    """Hours and minutes in words."""
    hours, rest = divmod(minutes, 60)
    said_hours = ngettext("%(number)d hour", "%(number)d hours", hours) % {"number": hours}
    said_rest = ngettext("%(number)d minute", "%(number)d minutes", rest) % {"number": rest}
    if not hours:
        return said_rest
    return _("%(hours)s %(minutes)s") % {"hours": said_hours, "minutes": said_rest} if rest else said_hours


def _fit_words(spare: int) -> str:
    if spare < 0:
        return _("%(time)s longer than the meeting: shorten or remove something.") % {
            "time": duration_words(-spare)
        }
    if spare == 0:
        return _("It fills the meeting exactly.")
    return _("%(time)s to spare until the end.") % {"time": duration_words(spare)}


def _left_out(meeting: Meeting, items: list[TimedItem]) -> int:
    """Experiences that were handed in and found no time."""
    reports = EXPERIENCES.all(meeting_id=meeting.pk)
    taken = {each.item.source for each in items} | {each["source"] for each in meeting.agenda_removed}
    return sum(f"report:{pk}" not in taken for (pk,) in reports)
