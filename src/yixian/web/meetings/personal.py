"""What meetings keep of a person, for their own export and for erasure."""

from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.meetings.models import CheckIn, Invitation, Reply, Report


def collect(person: Person) -> dict[str, Any]:
    """Invitations, replies, arrivals and the paragraphs handed in."""
    invited = Invitation.objects.filter(person=person)
    arrivals = CheckIn.objects.filter(person=person).values_list("meeting__title", "at")
    reports = Report.objects.filter(person=person)
    return {
        "invitations": [
            {"meeting": title, "answer": answer or "", "reason": reason or ""}
            for title, answer, reason in invited.values_list(
                "meeting__title", "reply__answer", "reply__reason"
            )
        ],
        "check_ins": [{"meeting": title, "at": at.isoformat()} for title, at in arrivals],
        "reports": [
            {"meeting": title, "review": review, "plan": plan, "experience": experience}
            for title, review, plan, experience in reports.values_list(
                "meeting__title", "review", "plan", "experience"
            )
        ],
    }


def erase(person: Person) -> None:
    """Reasons for staying away go; that the member answered and came stays in the member's history."""
    Reply.objects.filter(by=person).update(reason="")


register_personal_data(PersonalData("meetings", collect, erase))
