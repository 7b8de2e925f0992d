"""Writes a decided report into history; runs inside the transaction of the action that calls it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.actions.archive_takers import TAKERS, History
from yixian.web.meetings.actions.archive_units import Units, add_person
from yixian.web.meetings.actions.events import note_event
from yixian.web.meetings.forms.archive_slots import Decision
from yixian.web.meetings.models import ArchiveDraft, Meeting, Programme, Tour
from yixian.web.meetings.words import in_site_language, month_of
from yixian.web.organisations.models import Topic, Venue
from yixian.web.shared import audit
from yixian.web.shared.errors import BadInput


def write(by: Person, draft: ArchiveDraft, taken: Decision) -> list[Any]:
    """Everything that was taken, in the order in which things depend on each other; returns what is new."""
    writing = _Writing(by, draft)
    writing.federation(taken.get("series"))
    meetings = {
        key: writing.meeting(values)
        for key, values in taken.items()
        if key.startswith(("meeting-", "earlier-"))
    }
    for key, values in taken.items():
        if key.startswith("person-"):
            writing.person(values)
    history = History(draft, meetings, writing.units.find)
    for taker in TAKERS.values():
        writing.made += taker.take(by, history, taken)
    return writing.made


class _Writing:
    """One report on its way into one federation."""

    def __init__(self, by: Person, draft: ArchiveDraft) -> None:
        self.by, self.draft = by, draft
        self.made: list[Any] = []
        self.units = Units(by, self.made)
        self._programme: Programme | None = None

    def federation(self, values: dict[str, Any] | None) -> None:
        """What the report says of the federation, and the series that the meetings belong to."""
        owner = self.by.federation
        if values is None:
            return
        changes: dict[str, Any] = {}
        for name, value in (
            ("method_name", values["method_name"]), ("member_count_stated", values["member_count"]),
        ):  # fmt: skip
            if value and getattr(owner, name) != value:
                changes[name] = [getattr(owner, name), value]
                setattr(owner, name, value)
        if changes:
            owner.save(update_fields=list(changes))
            audit.record(by=self.by, verb="organisations.change_federation", thing=owner, changes=changes)
        self._programme = self._series(values["programme"], values["cadence"])

    def _series(self, name: str, cadence: str) -> Programme:
        """The federation's series of this name, begun when there is none."""
        programme, new = Programme.objects.get_or_create(
            federation_id=self.by.federation_id, name=name, defaults={"cadence": cadence} if cadence else {}
        )
        if new:
            self.made.append(programme)
            audit.record(by=self.by, verb="meetings.begin_series", thing=programme)
        return programme

    @property
    def programme(self) -> Programme:
        """The series of the report, else the federation's only one."""
        if self._programme is None:
            own = list(Programme.objects.filter(federation_id=self.by.federation_id)[:2])
            if len(own) != 1:
                raise BadInput(
                    _("Say which series of meetings this belongs to: take the first part as well.")
                )
            self._programme = own[0]
        return self._programme

    def meeting(self, values: dict[str, Any]) -> Meeting:
        """A meeting of history: closed, with what the report says and nothing else."""
        host = self.units.member(values["host"]) if values.get("host") else None
        day: date | None = values.get("held_on")
        meeting = Meeting.objects.create(
            federation_id=self.by.federation_id, programme=self.programme, title=values["title"],
            state=Meeting.State.CLOSED, is_archive=True, held_on=day, month=month_of(day) if day else "",
            host=host, venue=self._venue(values, host), participants_stated=values.get("participants"),
        )  # fmt: skip
        meeting.topics.set([self._topic(name) for name in values.get("topics") or ()])
        if values.get("process_seen"):
            Tour.objects.create(
                federation_id=meeting.federation_id, meeting=meeting, introduction=values["process_seen"]
            )
        note_event(by=self.by, meeting=meeting, note=origin_of(self.draft))
        self.made.append(meeting)
        changes = {name: [None, value] for name, value in values.items() if value not in (None, "", [])}
        audit.record(by=self.by, verb="meetings.take_into_history", thing=meeting, changes=changes)
        return meeting

    def _venue(self, values: dict[str, Any], host: Any) -> Venue | None:
        """The place at the host's: one of this name, else one of this kind, else a new one."""
        kind, name = values.get("venue_kind"), values.get("venue")
        if host is None or not kind:
            return None
        venues = Venue.objects.filter(member=host)
        venue = venues.filter(name=name).first() or venues.filter(kind=kind).first()
        if venue is None:
            venue = Venue.objects.create(
                federation_id=host.federation_id,
                member=host,
                kind=kind,
                name=name or str(Venue.Kind(kind).label),
            )
            self.made.append(venue)
            audit.record(by=self.by, verb="organisations.add_venue", thing=venue)
        return venue

    def _topic(self, name: str) -> Topic:
        topic, new = Topic.objects.get_or_create(federation_id=self.by.federation_id, name=name)
        if new:
            self.made.append(topic)
            audit.record(by=self.by, verb="organisations.add_topic", thing=topic)
        return topic

    def person(self, values: dict[str, Any]) -> None:
        """Somebody named, in the unit that was said."""
        member = self.units.member_or_office(values["organisation"])
        person = add_person(self.by, member, values)
        if person is not None:
            self.made.append(person)


def origin_of(draft: ArchiveDraft) -> str:
    """Where the report stood, for the timeline: publisher, day and title."""
    told = [draft.record[name]["converted"] for name in ("source", "published") if draft.record.get(name)]
    with in_site_language():
        return _("Read from: %(where)s “%(title)s”") % {"where": " ".join(told), "title": draft.title}
