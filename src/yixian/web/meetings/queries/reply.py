"""The page on which a member answers an invitation."""

from dataclasses import dataclass

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Invitation, Reply, Report
from yixian.web.meetings.queries.replies import reply_of
from yixian.web.meetings.queries.suggestion import Candidate, suggest_delegate
from yixian.web.meetings.rules.replies import can_reply
from yixian.web.shared import policy
from yixian.web.shared.policy import WHOLE_OFFICE, Role


@dataclass(frozen=True)
class ReplyPage:
    """The invitation, the answer so far, and what comes next; without an answer, whose turn it would be."""

    invitation: Invitation
    reply: Reply | None
    report: Report | None
    can_reply: bool
    is_behalf: bool
    is_chair: bool
    can_pass_on: bool
    sees_report: bool
    suggested: Candidate | None


def reply_page(person: Person, invitation: Invitation) -> ReplyPage:
    """Read the reply page; `is_behalf` means that the office answers for the member."""
    reply = reply_of(invitation)
    is_behalf = person.member_id != invitation.member_id
    named = reply is not None and reply.answer == Reply.Answer.DELEGATE and reply.attendee_id != person.pk
    passes_on = bool(person.roles & (WHOLE_OFFICE | {Role.CHAIR}))
    may_reply = can_reply(person, invitation)
    return ReplyPage(
        invitation=invitation,
        reply=reply,
        report=Report.objects.filter(meeting=invitation.meeting, member=invitation.member).first(),
        can_reply=may_reply,
        is_behalf=is_behalf,
        is_chair=invitation.person_id == person.pk,
        can_pass_on=named and passes_on,
        sees_report=not is_behalf and policy.may(person, "meetings.hand_in", invitation),
        suggested=suggest_delegate(invitation).first if may_reply and reply is None else None,
    )
