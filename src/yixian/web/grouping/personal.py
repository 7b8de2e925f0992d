"""In which groups a person was, for their own export and for erasure."""

from typing import Any

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.grouping.models import Place, Wish
from yixian.web.shared.prepared import Asker, PreparedRows


def collect(person: Person) -> list[dict[str, Any]]:
    """The groups by meeting."""
    return [{"meeting": title, "group": number} for title, number in PLACES.all(by=person)]


def _places(by: Person) -> QuerySet[Place, Any]:
    return Place.objects.filter(person=by).values_list("grouping__meeting__title", "group__number")


PLACES = PreparedRows(_places, by=Asker)


def erase(person: Person) -> None:
    """Wishes about the person go; that they sat in a group stays in the history of the others."""
    Wish.objects.filter(one=person).delete()
    Wish.objects.filter(two=person).delete()


register_personal_data(PersonalData("grouping", collect, erase))
