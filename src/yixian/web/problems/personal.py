"""What the problem register keeps of a person, for their own export and for erasure."""

from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.problems.models import Problem, ProblemEvent


def collect(person: Person) -> dict[str, Any]:
    """Problems raised and owned, and every remark."""
    remarks = ProblemEvent.objects.filter(by=person).exclude(text="").select_related("problem")
    return {
        "raised": [str(each) for each in Problem.objects.filter(raised_by=person)],
        "owned": [str(each) for each in Problem.objects.filter(owner=person)],
        "remarks": [{"problem": str(each.problem), "text": each.text} for each in remarks],
    }


def erase(person: Person) -> None:
    """The register is the federation's; the name in it goes with the person's own record."""


register_personal_data(PersonalData("problems", collect, erase))
