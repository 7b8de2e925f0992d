"""Announcing a meeting: invitations, links, reminders."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests import factories, factories_meetings
from yixian.web.accounts.links import digest
from yixian.web.accounts.models import Person, PersonalLink
from yixian.web.meetings.actions import notice
from yixian.web.meetings.models import Invitation
from yixian.web.meetings.notice_text import notice_text, when_text
from yixian.web.meetings.queries.notice import chairs_of, notice_page
from yixian.web.meetings.rules.notice import can_send
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry


@pytest.fixture
def announced(officer, meeting, chair):
    """The meeting after its announcement; the host has no chair, the guest has."""
    notice.announce_meeting(by=officer, meeting=meeting)
    return meeting


def test_announce_invites_every_active_member_and_links_each_chair(
    officer, meeting, chair, host, guest, district
):
    factories.member(district, is_active=False)
    issued = notice.announce_meeting(by=officer, meeting=meeting)
    invited = {row.member: row.person for row in Invitation.objects.all()}
    assert invited == {host: None, guest: chair}
    link = PersonalLink.objects.get()
    assert [(each.invitation.person, digest(each.token)) for each in issued] == [(chair, link.digest)]
    assert (link.person, link.target, meeting.state, meeting.number) == (
        chair, f"/meetings/{meeting.pk}/reply/", "announced", 1,
    )  # fmt: skip


def test_announce_counts_on_within_the_programme(officer, meeting, chair, programme, host):
    factories.meeting(programme, host=host, number=7)
    notice.announce_meeting(by=officer, meeting=meeting)
    assert meeting.number == 8


def test_announce_gives_the_host_a_checklist_by_the_kind_of_venue(officer, meeting, chair, host):
    meeting.venue = factories.venue(host, kind="museum")
    notice.announce_meeting(by=officer, meeting=meeting)
    items = {item.key: item.due_on for item in meeting.checklist.all()}
    assert (items["flash"], items["coordinator"], "gear" in items) == (
        meeting.held_on - timedelta(days=5), meeting.held_on - timedelta(days=14), False,
    )  # fmt: skip


def test_announce_twice_is_refused(officer, announced):
    with pytest.raises(DomainError):
        notice.announce_meeting(by=officer, meeting=announced)
    assert Invitation.objects.count() == 2


def test_announce_is_for_the_office(coordinator, meeting, chair):
    with pytest.raises(Refused):
        notice.announce_meeting(by=coordinator, meeting=meeting)


def test_announce_needs_a_member(officer, meeting, host):
    host.is_active = False
    host.save()
    with pytest.raises(DomainError, match="名册"):
        notice.announce_meeting(by=officer, meeting=meeting)


def test_chairs_of_takes_the_first_by_rank(meeting, guest, chair):
    Person.objects.filter(pk=chair.pk).update(rank=5)
    first = factories.cadre(guest, "甲甲", post="chair")
    factories.cadre(guest, "乙乙", post="chair", is_active=False)
    assert chairs_of(meeting) == {guest.pk: first}


def test_a_new_link_ends_the_former_one(officer, announced, chair):
    invitation = Invitation.objects.get(person=chair)
    old = invitation.link
    (issued,) = notice.issue_links(by=officer, meeting=announced, invitations=[invitation])
    old.refresh_from_db()
    assert (old.is_open, issued.invitation.link.is_open) == (False, True)


def test_a_new_link_remembers_that_the_former_was_opened(officer, announced, chair):
    invitation = Invitation.objects.get(person=chair)
    opened = timezone.now()
    PersonalLink.objects.filter(pk=invitation.link_id).update(used_at=opened)
    invitation = Invitation.objects.get(person=chair)
    notice.issue_links(by=officer, meeting=announced, invitations=[invitation])
    invitation.refresh_from_db()
    assert (invitation.opened_at, invitation.link.used_at) == (opened, None)


def test_a_new_link_goes_to_the_present_chair(officer, announced, host):
    invitation = Invitation.objects.get(member=host)
    with pytest.raises(BadInput):
        notice.issue_links(by=officer, meeting=announced, invitations=[invitation])
    new = factories.cadre(host, post="chair")
    notice.issue_links(by=officer, meeting=announced, invitations=[invitation])
    invitation.refresh_from_db()
    assert invitation.person == new


def test_a_reminder_is_noted(officer, announced, chair):
    invitation = Invitation.objects.get(person=chair)
    notice.issue_links(by=officer, meeting=announced, invitations=[invitation], is_reminder=True)
    invitation.refresh_from_db()
    assert invitation.reminded_at.date() == timezone.now().date()
    assert AuditEntry.objects.order_by("serial").last().verb == "meetings.remind"


def test_links_live_until_a_week_after_the_meeting(meeting):
    meeting.held_on = timezone.localdate() + timedelta(days=30)
    assert notice.valid_for(meeting) == timedelta(days=37)
    meeting.held_on = timezone.localdate()
    assert notice.valid_for(meeting) == timedelta(days=14)
    meeting.held_on = None
    assert notice.valid_for(meeting) == timedelta(days=14)


def test_members_that_joined_since_are_invited(officer, announced, district):
    new = factories.cadre(factories.member(district), post="chair")
    issued = notice.invite_members(by=officer, meeting=announced)
    assert [each.invitation.person for each in issued] == [new]
    assert notice.invite_members(by=officer, meeting=announced) == []


def test_mark_sent_opens_the_meeting(officer, announced, chair):
    invitations = list(announced.invitations.filter(person=chair))
    assert notice.mark_sent(by=officer, meeting=announced, invitations=invitations) == 1
    announced.refresh_from_db()
    assert (announced.state, announced.invitations.exclude(sent_at=None).count()) == ("open", 1)
    assert notice.mark_sent(by=officer, meeting=announced, invitations=invitations) == 0


@pytest.mark.parametrize("state", ["planned", "under_way", "wrapped_up", "closed", "cancelled"])
def test_links_are_sent_between_announcement_and_start(officer, announced, state):
    assert can_send(officer, announced) is True
    announced.state = state
    assert can_send(officer, announced) is False


def test_greeting_is_kept(officer, meeting):
    notice.save_greeting(by=officer, meeting=meeting, greeting=" 请准时参加。 ")
    notice.save_greeting(by=officer, meeting=meeting, greeting="请准时参加。")
    meeting.refresh_from_db()
    assert (meeting.greeting, AuditEntry.objects.count()) == ("请准时参加。", 1)


def test_notice_is_drafted_from_the_facts(officer, meeting, chair, host, guest, district):
    meeting.venue = factories.venue(host, gear="安全帽")
    meeting.topics.add(factories.topic(district))
    page = notice_page(officer, meeting)
    assert page.text.title == "关于召开十一月现场例会的通知"
    assert dict(page.text.points) == {
        "时间：": "2026年11月26日（周四） 09:00–12:00",
        "地点：": f"{host.name} 总装车间",
        "参会人员：": "各区直工会主席；不能到会的，请派代表参加或请假。",
        "会议主题：": "岗位练兵",
        "会前准备：": "会前提交三段文字：工作回顾、工作计划、经验分享。",
        "着装防护：": "安全帽",
        "回执：": "请尽快通过专属链接填写，无需账号。",
    }
    assert page.missing == [host.name]
    assert [(each.member, each.chair) for each in page.recipients] == [(guest.short_name, chair.name)]


def test_notice_of_a_meeting_without_a_day_says_so(meeting):
    meeting.held_on, meeting.host = None, None
    points = dict(notice_text(meeting).points)
    assert (points["时间："], points["地点："]) == ("另行通知", "另行通知")


def test_a_meeting_in_june_is_dated_in_full(meeting):
    meeting.held_on, meeting.ends_at = date(2026, 6, 3), None
    assert when_text(meeting) == "2026年6月3日（周三） 09:00"


def test_factories_announce_as_the_site_does(officer, meeting, chair):
    assert [each.invitation.person for each in factories_meetings.announced(meeting, officer)] == [chair]
