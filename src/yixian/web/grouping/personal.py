"""In which groups a person was, for their own export and for erasure."""

from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.grouping.models import Place, Wish


def collect(person: Person) -> list[dict[str, Any]]:
    """The groups by meeting."""
    places = Place.objects.filter(person=person).select_related("grouping__meeting", "group")
    return [{"meeting": str(each.grouping.meeting), "group": each.group.number} for each in places]


def erase(person: Person) -> None:
    """Wishes about the person go; that they sat in a group stays in the history of the others."""
    Wish.objects.filter(one=person).delete()
    Wish.objects.filter(two=person).delete()


register_personal_data(PersonalData("grouping", collect, erase))
