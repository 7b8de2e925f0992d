"""What people would like to learn, and when they are away."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from yixian.web.accounts.models import Absence, Interest, Person
from yixian.web.accounts.rules import check_can_change_interests
from yixian.web.organisations.models import Topic, Venue
from yixian.web.shared import audit
from yixian.web.shared.actions import action


@action
def choose_interests(
    *, by: Person, person: Person, topics: Iterable[Topic], venue_kinds: Iterable[str]
) -> Person:
    """Make a person's interests exactly these."""
    check_can_change_interests(by, person)
    held = list(Interest.objects.filter(person=person).select_related("topic"))
    wanted: list[Topic | str] = [*topics, *venue_kinds]
    kept = {each.topic or each.venue_kind for each in held}
    before, after = _named(each.topic or each.venue_kind for each in held), _named(wanted)
    if before == after:
        audit.nothing_changed()
        return person
    gone = [each.pk for each in held if (each.topic or each.venue_kind) not in wanted]
    Interest.objects.filter(pk__in=gone).delete()
    Interest.objects.bulk_create(_interest(person, each) for each in wanted if each not in kept)
    changes = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    audit.record(by=by, verb="accounts.change_interests", thing=person, changes=changes)
    return person


def _interest(person: Person, what: Topic | str) -> Interest:
    kind = {"topic": what} if isinstance(what, Topic) else {"venue_kind": Venue.Kind(what)}
    return Interest(federation_id=person.federation_id, person=person, **kind)


def _named(things: Iterable[Any]) -> dict[str, list[str]]:
    """Topics by name and kinds of venue, for the audit trail."""
    things = list(things)
    return {
        "topics": sorted(each.name for each in things if isinstance(each, Topic)),
        "venue_kinds": sorted(str(each) for each in things if not isinstance(each, Topic)),
    }


@action
def add_absence(*, by: Person, person: Person, first_day: date, last_day: date) -> Absence:
    """Write down that somebody is away."""
    check_can_change_interests(by, person)
    days = {"first_day": first_day, "last_day": last_day}
    absence = Absence.objects.create(federation_id=person.federation_id, person=person, **days)
    changes = {name: [None, day] for name, day in days.items()}
    audit.record(by=by, verb="accounts.add_absence", thing=absence, changes=changes)
    return absence


@action
def remove_absence(*, by: Person, absence: Absence) -> None:
    """The person can come after all."""
    check_can_change_interests(by, absence.person)
    audit.record(by=by, verb="accounts.remove_absence", thing=absence)
    absence.delete()
