"""What meetings keep of a person, for their own export and for erasure."""

from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.meetings.models import CheckIn, Invitation, Reply, Report


def collect(person: Person) -> dict[str, Any]:
    """Invitations, replies, arrivals and the paragraphs handed in."""
    invited = Invitation.objects.filter(person=person).select_related("meeting", "reply")
    reports = Report.objects.filter(person=person).select_related("meeting")
    arrivals = CheckIn.objects.filter(person=person).select_related("meeting")
    return {
        "invitations": [{"meeting": str(each.meeting), **_reply(each)} for each in invited],
        "check_ins": [{"meeting": str(each.meeting), "at": each.at.isoformat()} for each in arrivals],
        "reports": [
            {"meeting": str(r.meeting), "review": r.review, "plan": r.plan, "experience": r.experience}
            for r in reports
        ],
    }


def _reply(invitation: Invitation) -> dict[str, str]:
    reply = getattr(invitation, "reply", None)
    return {"answer": reply.answer, "reason": reply.reason} if reply else {"answer": "", "reason": ""}


def erase(person: Person) -> None:
    """Reasons for staying away go; that the member answered and came stays in the member's history."""
    Reply.objects.filter(by=person).update(reason="")


register_personal_data(PersonalData("meetings", collect, erase))
