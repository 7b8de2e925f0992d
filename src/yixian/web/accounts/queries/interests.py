"""What a person would like to learn and see, and when they are away."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone

from yixian.web.accounts.models import Absence, Interest, Person
from yixian.web.accounts.queries.people import people_visible_to
from yixian.web.accounts.rules import can_change_interests
from yixian.web.organisations.models import Topic, Venue
from yixian.web.shared.policy import may
from yixian.web.shared.prepared import PreparedRows


def _interests(person_id: int) -> QuerySet[Interest, Any]:
    interests = Interest.objects.with_scopes_disabled().filter(person_id=person_id)
    in_order = (F("topic__rank").asc(nulls_last=True), "topic__name", "pk")
    return interests.order_by(*in_order).values_list("topic_id", "topic__name", "venue_kind")


def _absences(person_id: int) -> QuerySet[Absence, Any]:
    absences = Absence.objects.with_scopes_disabled().filter(person_id=person_id)
    return absences.values_list("pk", "first_day", "last_day")


def _topics(federation_id: int) -> QuerySet[Topic, Any]:
    return Topic.objects.with_scopes_disabled().filter(federation_id=federation_id).values_list("pk", "name")


INTERESTS = PreparedRows(_interests, person_id=int)
ABSENCES = PreparedRows(_absences, person_id=int)
TOPICS = PreparedRows(_topics, federation_id=int)


@dataclass(frozen=True)
class Away:
    """Days on which somebody cannot go anywhere."""

    pk: int
    first_day: date
    last_day: date


@dataclass(frozen=True)
class Wishes:
    """What a person would like to learn and see, in words, and the days away that are not over."""

    names: list[str]
    away: list[Away]


def wishes_of(person: Person) -> Wishes:
    """A person's wishes in the language of the page."""
    kinds = {value: str(words) for value, words in Venue.Kind.choices}
    chosen = INTERESTS.all(person_id=person.pk)
    return Wishes([name or kinds.get(kind, kind) for _topic, name, kind in chosen], _away(person))


def _away(person: Person) -> list[Away]:
    today = timezone.localdate()
    found = (Away(*row) for row in ABSENCES.all(person_id=person.pk))
    return [each for each in found if each.last_day >= today]


@dataclass(frozen=True)
class InterestsPage:
    """What can be chosen, what is, and the days away."""

    person: Person
    is_self: bool
    away: list[Away]
    back: str


def interests_page(by: Person, person: Person) -> InterestsPage:
    """Read the page on which somebody's interests are chosen."""
    is_self = by.pk == person.pk
    back = reverse("accounts:me") if is_self else reverse("accounts:person", args=[person.pk])
    return InterestsPage(person, is_self, _away(person), back)


def chosen_by(person: Person) -> dict[str, list[str]]:
    """What stands ticked when the form is opened."""
    chosen = INTERESTS.all(person_id=person.pk)
    return {
        "topics": [str(topic) for topic, _name, _kind in chosen if topic is not None],
        "venue_kinds": [kind for topic, _name, kind in chosen if topic is None],
    }


def topics_to_choose(person: Person) -> list[tuple[str, str]]:
    """The federation's topics."""
    return [(str(pk), name) for pk, name in TOPICS.all(federation_id=person.federation_id)]


def absence_visible_to(by: Person, pk: int) -> Absence | None:
    """Days away of somebody whom one may see, or None."""
    found = Absence.objects.filter(person__in=people_visible_to(by), pk=pk)
    return found.select_related("person__member").first()


def load(by: Person, person: Person) -> dict[str, Any] | None:
    """The panel on a person's page; for everybody who may see that page."""
    if person.erased_at is not None or not may(by, "accounts.see_person", person):
        return None
    href = reverse("accounts:person-interests", args=[person.pk]) if can_change_interests(by, person) else ""
    wishes = wishes_of(person)
    return {"names": wishes.names, "away": wishes.away, "change": href, "is_self": by.pk == person.pk}
