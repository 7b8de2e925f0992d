"""What the problem register keeps of a person, for their own export and for erasure."""

from typing import Any

from django.db.models import Q

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.problems.models import Problem, ProblemEvent


def collect(person: Person) -> dict[str, Any]:
    """Problems raised and owned, and every remark."""
    own = Problem.objects.filter(Q(raised_by=person) | Q(owner=person))
    mine = list(own.values_list("title", "raised_by_id", "owner_id"))
    remarks = ProblemEvent.objects.filter(by=person).exclude(text="").values_list("problem__title", "text")
    return {
        "raised": [title for title, raised_by, _owner in mine if raised_by == person.pk],
        "owned": [title for title, _raised_by, owner in mine if owner == person.pk],
        "remarks": [{"problem": title, "text": text} for title, text in remarks],
    }


def erase(person: Person) -> None:
    """The register is the federation's; the name in it goes with the person's own record."""


register_personal_data(PersonalData("problems", collect, erase))
