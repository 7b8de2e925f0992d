"""Invitations are answered, by the member's people or by the office on their behalf."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.actions.links import make_link
from yixian.web.accounts.models import Person
from yixian.web.meetings.actions.notice import valid_for
from yixian.web.meetings.models import Invitation, Reply
from yixian.web.meetings.queries.replies import reply_of
from yixian.web.meetings.rules.replies import check_can_reply
from yixian.web.organisations.models import Member
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput
from yixian.web.shared.policy import WHOLE_OFFICE, Role
from yixian.web.shared.text import fold, pinyin_key


@dataclass(frozen=True)
class NewDelegate:
    """Somebody who comes and is not on record yet."""

    name: str
    phone: str = ""
    post: str = "committee"


@dataclass(frozen=True)
class Answered:
    """The reply, and the token of the delegate's own link where one was made."""

    reply: Reply
    token: str = ""


@action
def reply_coming(*, by: Person, invitation: Invitation) -> Answered:
    """The chair comes in person."""
    check_can_reply(by, invitation)
    if invitation.person is None:
        raise BadInput(_("No chair of this member is on record. Name who comes as a delegate instead."))
    return Answered(_keep(by, invitation, answer="coming", attendee=invitation.person))


@action
def reply_with_apology(*, by: Person, invitation: Invitation, reason: str) -> Answered:
    """Nobody comes, and the host learns why."""
    check_can_reply(by, invitation)
    reason = reason.strip()
    if not reason:
        raise BadInput(_("Say shortly why nobody can come."))
    return Answered(_keep(by, invitation, answer="apology", attendee=None, reason=reason[:200]))


@action
def reply_with_delegate(
    *, by: Person, invitation: Invitation, delegate: Person | None = None, new: NewDelegate | None = None
) -> Answered:
    """Somebody else of the member comes: one on record, or somebody new who is put on record by this.

    The delegate's own link is made for a chair or the office to pass on; nobody else gets to see one.
    """
    check_can_reply(by, invitation)
    if delegate is None:
        if new is None or not new.name.strip():
            raise BadInput(_("Choose who comes, or write the name of somebody new."))
        delegate = _put_on_record(by, invitation.member, new)
    _check_delegate(invitation, delegate)
    before = reply_of(invitation)
    same = before is not None and before.attendee_id == delegate.pk and before.answer == Reply.Answer.DELEGATE
    reply = _keep(by, invitation, answer="delegate", attendee=delegate)
    return Answered(reply, "" if same else _delegate_link(by, reply))


@action
def renew_delegate_link(*, by: Person, invitation: Invitation) -> Answered:
    """A new link for the delegate; the former one stops working."""
    check_can_reply(by, invitation)
    reply = reply_of(invitation)
    if reply is None or reply.answer != Reply.Answer.DELEGATE or reply.attendee is None:
        raise BadInput(_("No delegate was named, so there is nobody to give a link to."))
    _revoke(reply)
    token = _delegate_link(by, reply)
    if not token:
        raise BadInput(_("Only the chair or the office gets a link to pass on."))
    return Answered(reply, token)


def _keep(
    by: Person, invitation: Invitation, *, answer: str, attendee: Person | None, reason: str = ""
) -> Reply:
    """Write the answer down, once per invitation; the latest counts, the audit trail keeps all."""
    reply = reply_of(invitation)
    before = _said(reply)
    if reply is None:
        reply = Reply(federation_id=invitation.federation_id, invitation=invitation)
    elif reply.attendee_id != (attendee.pk if attendee else None):
        _revoke(reply)
    reply.answer, reply.attendee, reply.reason, reply.by = answer, attendee, reason, by
    reply.save()
    if invitation.opened_at is None:
        invitation.opened_at = timezone.now()
        invitation.save(update_fields=["opened_at"])
    after = _said(reply)
    changes = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    behalf = invitation.member if by.member_id != invitation.member_id else None
    audit.record(by=by, verb="meetings.reply", thing=invitation, changes=changes, on_behalf_of=behalf)
    return reply


def _said(reply: Reply | None) -> dict[str, Any]:
    if reply is None:
        return {"answer": "", "attendee": "", "reason": ""}
    return {"answer": reply.answer, "attendee": str(reply.attendee or ""), "reason": reply.reason}


def _check_delegate(invitation: Invitation, delegate: Person) -> None:
    """Only the member's own active people go in the chair's place, and never "the chair"."""
    if delegate.member_id != invitation.member_id or not delegate.is_active:
        raise BadInput(_("The delegate must be one of the member's own people."))
    if delegate.post == Person.Post.CHAIR:
        raise BadInput(_("The chair is not a delegate: answer that the chair comes."))


def _put_on_record(by: Person, member: Member, new: NewDelegate) -> Person:
    """The person of this name in this member, made when there is none; a new one is never a chair."""
    name = fold(new.name)[:40]
    known = Person.objects.filter(
        federation_id=member.federation_id, member=member, name=name, is_active=True
    )
    found = known.exclude(post=Person.Post.CHAIR).first()
    if found:
        return found
    post = (
        new.post
        if new.post in Person.Post.values and new.post != Person.Post.CHAIR
        else Person.Post.COMMITTEE
    )
    person = Person.objects.create(
        federation_id=member.federation_id,
        member=member,
        name=name,
        pinyin=pinyin_key(name, is_person=True),
        phone=fold(new.phone)[:20],
        post=post,
    )
    behalf = member if by.member_id != member.pk else None
    changes = {"name": ["", name], "post": ["", post], "member": ["", str(member)]}
    audit.record(by=by, verb="meetings.add_delegate", thing=person, changes=changes, on_behalf_of=behalf)
    return person


def _delegate_link(by: Person, reply: Reply) -> str:
    """The token of a new link for the delegate, when `by` may pass one on and is somebody else."""
    delegate, meeting = reply.attendee, reply.invitation.meeting
    may_pass_on = bool(by.roles & (WHOLE_OFFICE | {Role.CHAIR}))
    if delegate is None or delegate.pk == by.pk or not may_pass_on:
        return ""
    link, token = make_link(
        by=None,
        person=delegate,
        target=reverse("meetings:reply", args=[meeting.pk]),
        purpose="delegate",
        valid_for=valid_for(meeting),
    )
    reply.link = link
    reply.save(update_fields=["link"])
    return token


def _revoke(reply: Reply) -> None:
    """A delegate who was replaced does not get in by the old link."""
    if reply.link is not None and reply.link.is_open:
        reply.link.revoked_at = timezone.now()
        reply.link.save(update_fields=["revoked_at"])
    reply.link = None
