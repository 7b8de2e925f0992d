"""Answers to an invitation."""

import pytest

from tests import factories, factories_meetings
from yixian.web.accounts.links import digest
from yixian.web.accounts.models import Person, PersonalLink
from yixian.web.meetings.actions import replies
from yixian.web.meetings.actions.replies import NewDelegate
from yixian.web.meetings.models import Meeting, Reply
from yixian.web.meetings.rules.replies import can_reply, can_reply_for
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry


@pytest.fixture
def invitation(meeting, chair):
    """The guest's invitation to a meeting that takes replies."""
    meeting.state = "open"
    meeting.save()
    return factories_meetings.invitation(meeting, chair)


def last_entry():
    return AuditEntry.objects.order_by("serial").last()


def test_the_chair_comes(chair, invitation):
    replies.reply_coming(by=chair, invitation=invitation)
    reply = Reply.objects.get()
    assert (reply.answer, reply.attendee, reply.by) == ("coming", chair, chair)
    assert last_entry().changes == {"answer": ["", "coming"], "attendee": ["", "甲主席"]}
    assert invitation.opened_at is not None


def test_without_a_chair_on_record_the_chair_cannot_come(delegate, invitation):
    invitation.person = None
    with pytest.raises(BadInput):
        replies.reply_coming(by=delegate, invitation=invitation)


def test_a_known_cadre_comes_and_the_chair_gets_the_link(chair, delegate, invitation):
    answered = replies.reply_with_delegate(by=chair, invitation=invitation, delegate=delegate)
    link = PersonalLink.objects.get()
    assert (answered.reply.attendee, link.person, link.digest) == (delegate, delegate, digest(answered.token))
    assert answered.reply.link == link


def test_naming_the_same_delegate_again_makes_no_second_link(chair, delegate, invitation):
    replies.reply_with_delegate(by=chair, invitation=invitation, delegate=delegate)
    assert replies.reply_with_delegate(by=chair, invitation=invitation, delegate=delegate).token == ""
    assert PersonalLink.objects.count() == 1


def test_a_cadre_gets_no_link_of_somebody_else(delegate, guest, invitation):
    other = factories.cadre(guest)
    assert replies.reply_with_delegate(by=delegate, invitation=invitation, delegate=other).token == ""
    with pytest.raises(BadInput):
        replies.renew_delegate_link(by=delegate, invitation=invitation)
    assert PersonalLink.objects.count() == 0


def test_somebody_new_is_put_on_record_in_the_own_member(chair, guest, invitation):
    new = NewDelegate(" 戊　委员 ", "13800008000", "officer")
    answered = replies.reply_with_delegate(by=chair, invitation=invitation, new=new)
    person = answered.reply.attendee
    assert (person.name, person.member, person.post, person.phone, person.duty) == (
        "戊 委员", guest, "officer", "13800008000", "member",
    )  # fmt: skip


def test_somebody_new_is_never_a_chair(chair, invitation):
    answered = replies.reply_with_delegate(
        by=chair, invitation=invitation, new=NewDelegate("戊", post="chair")
    )
    assert answered.reply.attendee.post == "committee"


def test_somebody_new_of_a_known_name_is_the_known_one(chair, delegate, invitation):
    answered = replies.reply_with_delegate(by=chair, invitation=invitation, new=NewDelegate(delegate.name))
    assert (answered.reply.attendee, Person.objects.filter(name=delegate.name).count()) == (delegate, 1)


def test_a_delegate_of_another_member_is_refused(chair, coordinator, invitation):
    with pytest.raises(BadInput):
        replies.reply_with_delegate(by=chair, invitation=invitation, delegate=coordinator)


def test_the_chair_is_not_a_delegate(delegate, chair, invitation):
    with pytest.raises(BadInput):
        replies.reply_with_delegate(by=delegate, invitation=invitation, delegate=chair)


@pytest.mark.parametrize("new", [None, NewDelegate("  ")])
def test_a_delegate_needs_a_name(chair, invitation, new):
    with pytest.raises(BadInput):
        replies.reply_with_delegate(by=chair, invitation=invitation, new=new)


def test_apologies_need_a_reason(chair, invitation):
    with pytest.raises(BadInput):
        replies.reply_with_apology(by=chair, invitation=invitation, reason=" ")
    replies.reply_with_apology(by=chair, invitation=invitation, reason="外出培训")
    reply = Reply.objects.get()
    assert (reply.answer, reply.attendee, reply.reason) == ("apology", None, "外出培训")


def test_a_changed_answer_keeps_one_reply_and_ends_the_delegate_s_link(chair, delegate, invitation):
    replies.reply_with_delegate(by=chair, invitation=invitation, delegate=delegate)
    replies.reply_coming(by=chair, invitation=invitation)
    link = PersonalLink.objects.get()
    assert (Reply.objects.count(), Reply.objects.get().link, link.is_open) == (1, None, False)
    assert last_entry().changes == {"answer": ["delegate", "coming"], "attendee": ["甲委员", "甲主席"]}


def test_a_new_link_for_the_delegate_ends_the_former(chair, delegate, invitation):
    first = replies.reply_with_delegate(by=chair, invitation=invitation, delegate=delegate)
    second = replies.renew_delegate_link(by=chair, invitation=invitation)
    old, new = PersonalLink.objects.order_by("pk")
    assert (old.digest, old.is_open) == (digest(first.token), False)
    assert (new.digest, new.is_open) == (digest(second.token), True)


def test_a_new_link_needs_a_delegate(chair, invitation):
    with pytest.raises(BadInput):
        replies.renew_delegate_link(by=chair, invitation=invitation)


def test_the_office_answers_on_behalf_of_the_member(staff, guest, invitation):
    replies.reply_coming(by=staff, invitation=invitation)
    assert (last_entry().actor_name, last_entry().on_behalf_of) == ("冯干事", guest.short_name)


def test_others_do_not_answer(coordinator, auditor, invitation):
    for person in (coordinator, auditor):
        with pytest.raises(Refused):
            replies.reply_coming(by=person, invitation=invitation)


@pytest.mark.parametrize("state", Meeting.State.values)
def test_answers_are_taken_from_announcement_to_start(chair, officer, auditor, invitation, state):
    invitation.meeting.state = state
    taken = state in ("announced", "open")
    assert can_reply(chair, invitation) is taken
    assert can_reply_for(officer, invitation.meeting) is taken
    assert can_reply_for(auditor, invitation.meeting) is False
    if not taken:
        with pytest.raises(DomainError):
            replies.reply_coming(by=chair, invitation=invitation)
