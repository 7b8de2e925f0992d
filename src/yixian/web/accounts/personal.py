"""What people would like to learn and when they are away, for their own export and for erasure."""

from typing import Any

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce

from yixian.web.accounts.models import Absence, Interest, Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.shared.prepared import Asker, PreparedRows


def collect(person: Person) -> dict[str, Any]:
    """Topics, kinds of venue, and days away."""
    rows = WISHES.all(by=person)
    return {
        "topics": [topic for kind, topic, _venue in rows if kind == "interest" and topic],
        "venue_kinds": [venue for kind, _topic, venue in rows if kind == "interest" and venue],
        "away": [[first, last] for kind, first, last in rows if kind == "away"],
    }


def _wishes(by: Person) -> QuerySet[Any]:
    """Interests and days away, each with its kind, in one query."""
    topic = Coalesce("topic__name", Value(""), output_field=TextField())
    interests = Interest.objects.filter(person=by).values_list(Value("interest"), topic, "venue_kind")
    days = (Cast("first_day", TextField()), Cast("last_day", TextField()))
    away = Absence.objects.filter(person=by).values_list(Value("away"), *days)
    return interests.order_by().union(away.order_by(), all=True)


WISHES = PreparedRows(_wishes, by=Asker)


def erase(person: Person) -> None:
    """All of it goes."""
    Interest.objects.filter(person=person).delete()
    Absence.objects.filter(person=person).delete()


register_personal_data(PersonalData("interests", collect, erase))
