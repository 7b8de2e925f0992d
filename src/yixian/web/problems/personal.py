"""What the problem register keeps of a person, for their own export and for erasure."""

from typing import Any

from django.db.models import Q, QuerySet

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.problems.models import Problem, ProblemEvent
from yixian.web.shared.prepared import Asker, PreparedRows


def collect(person: Person) -> dict[str, Any]:
    """Problems raised and owned, and every remark."""
    mine = MINE.all(by=person)
    return {
        "raised": [title for title, raised_by, _owner in mine if raised_by == person.pk],
        "owned": [title for title, _raised_by, owner in mine if owner == person.pk],
        "remarks": [{"problem": title, "text": text} for title, text in REMARKS.all(by=person)],
    }


def _mine(by: Person) -> QuerySet[Problem, Any]:
    own = Problem.objects.filter(Q(raised_by=by) | Q(owner=by))
    return own.values_list("title", "raised_by_id", "owner_id")


def _remarks(by: Person) -> QuerySet[ProblemEvent, Any]:
    return ProblemEvent.objects.filter(by=by).exclude(text="").values_list("problem__title", "text")


MINE = PreparedRows(_mine, by=Asker)
REMARKS = PreparedRows(_remarks, by=Asker)


def erase(person: Person) -> None:
    """The register is the federation's; the name in it goes with the person's own record."""


register_personal_data(PersonalData("problems", collect, erase))
