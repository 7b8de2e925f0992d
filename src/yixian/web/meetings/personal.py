"""What meetings keep of a person, for their own export and for erasure."""

from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.meetings.models import CheckIn, Invitation, Reply, Report
from yixian.web.shared.prepared import Asker, PreparedRows


def collect(person: Person) -> dict[str, Any]:
    """Invitations, replies, arrivals and the paragraphs handed in."""
    return {
        "invitations": [
            {"meeting": title, "answer": answer or "", "reason": reason or ""}
            for title, answer, reason in INVITED.all(by=person)
        ],
        "check_ins": [{"meeting": title, "at": at.isoformat()} for title, at in ARRIVALS.all(by=person)],
        "reports": [
            {"meeting": title, "review": review, "plan": plan, "experience": experience}
            for title, review, plan, experience in REPORTS.all(by=person)
        ],
    }


def _of(model: Any, *columns: str) -> PreparedRows:
    """These columns of a person's own rows."""
    return PreparedRows(lambda by: model.objects.filter(person=by).values_list(*columns), by=Asker)


INVITED = _of(Invitation, "meeting__title", "reply__answer", "reply__reason")
ARRIVALS = _of(CheckIn, "meeting__title", "at")
REPORTS = _of(Report, "meeting__title", "review", "plan", "experience")


def erase(person: Person) -> None:
    """Reasons for staying away go; that the member answered and came stays in the member's history."""
    Reply.objects.filter(by=person).update(reason="")


register_personal_data(PersonalData("meetings", collect, erase))
