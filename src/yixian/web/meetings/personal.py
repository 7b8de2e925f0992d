"""What meetings keep of a person, for their own export and for erasure."""

from typing import Any

from django.db.models import QuerySet, TextField, Value
from django.db.models.functions import Coalesce

from yixian.web.accounts.models import Person
from yixian.web.accounts.panels import PersonalData, register_personal_data
from yixian.web.meetings.models import CheckIn, Invitation, Reply, Report, Vote
from yixian.web.shared.prepared import Asker, PreparedRows


def collect(person: Person) -> dict[str, Any]:
    """Invitations, replies, arrivals, the paragraphs handed in, and one's votes."""
    rows = WRITTEN.all(by=person)
    return {
        "invitations": [
            {"meeting": title, "answer": answer, "reason": reason}
            for kind, title, answer, reason, _none in rows
            if kind == "invitation"
        ],
        "check_ins": [{"meeting": title, "at": at.isoformat()} for title, at in ARRIVALS.all(by=person)],
        "reports": [
            {"meeting": title, "review": review, "plan": plan, "experience": experience}
            for kind, title, review, plan, experience in rows
            if kind == "report"
        ],
        "votes": [
            {"meeting": title, "question": question, "choice": choice}
            for kind, title, question, choice, _none in rows
            if kind == "vote"
        ],
    }


def _written(by: Person) -> QuerySet[Any]:
    """Invitations with their answers, reports, and votes, each with its kind, in one query."""
    said = [Coalesce(f"reply__{name}", Value(""), output_field=TextField()) for name in ("answer", "reason")]
    invited = Invitation.objects.filter(person=by).values_list(
        Value("invitation"), "meeting__title", *said, Value("")
    )
    reports = Report.objects.filter(person=by)
    handed_in = reports.values_list(Value("report"), "meeting__title", "review", "plan", "experience")
    votes = Vote.objects.filter(person=by).exclude(choice=None)
    voted = votes.values_list(
        Value("vote"), "ballot__meeting__title", "ballot__question", "choice__text", Value("")
    )
    return invited.order_by().union(handed_in.order_by(), voted.order_by(), all=True)


def _arrivals(by: Person) -> QuerySet[CheckIn, Any]:
    return CheckIn.objects.filter(person=by).values_list("meeting__title", "at")


WRITTEN = PreparedRows(_written, by=Asker)
ARRIVALS = PreparedRows(_arrivals, by=Asker)


def erase(person: Person) -> None:
    """Reasons for staying away go; that the member answered and came stays in the member's history.

    A vote keeps its weight and loses its name: totals that were shown stay true.
    """
    Reply.objects.filter(by=person).update(reason="")
    Vote.objects.filter(person=person, choice=None).delete()
    Vote.objects.filter(person=person).update(person=None)


register_personal_data(PersonalData("meetings", collect, erase))
