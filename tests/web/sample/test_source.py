"""The federation of the report that the method comes from: its facts, and nothing else."""

from datetime import date

import pytest

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Experience, Question
from yixian.web.meetings.models import ArchiveDraft, Meeting, Programme
from yixian.web.organisations.models import Member, Topic, Venue
from yixian.web.sample import source

HOST = "青岛汉缆海洋工程装备有限公司"
EARLIER = ["青岛迪爱生精细化学有限公司", "中粮可口可乐饮料(山东)有限公司"]


@pytest.fixture
def federation(db):
    """The federation as the demo loads it."""
    return source.load()


def test_the_federation_says_what_the_report_says(federation):
    told = (federation.name, federation.method_name, federation.member_count_stated, federation.is_sample)
    assert told == ("崂山区总工会", "一线工作法", 42, False)
    assert list(Programme.objects.values_list("name", "cadence")) == [("区直工会主席例会", "monthly")]


def test_the_held_meeting_has_day_host_venue_and_participants(federation):
    meeting = Meeting.objects.exclude(held_on=None).get()
    assert (meeting.held_on, meeting.host.name, meeting.participants_stated) == (date(2023, 2, 24), HOST, 50)
    assert (meeting.venue.kind, meeting.state, meeting.is_archive) == ("workshop", "closed", True)
    assert meeting.tour.introduction == "电缆加工流程"
    assert Venue.objects.count() == 1


def test_earlier_hosts_have_meetings_without_a_day(federation):
    earlier = Meeting.objects.filter(held_on=None).order_by("pk")
    assert [(each.host.name, each.month, each.is_archive) for each in earlier] == [
        (name, "", True) for name in EARLIER
    ]


def test_four_unions_are_named_and_thirty_eight_are_not(federation):
    named = list(Member.objects.order_by("rank").values_list("name", flat=True))
    assert named == [HOST, *EARLIER, "青岛鸿泰大厦工会联合会"]
    assert federation.member_count_stated - len(named) == 38


def test_people_are_on_record_but_cannot_sign_in(federation):
    people = Person.objects.exclude(name="演示账号").order_by("pk")
    assert [(p.name, p.member and p.member.name, p.post_title, p.is_active) for p in people] == [
        ("曲宝康", HOST, "集团工会副主席", False),
        ("孙雪梅", "青岛鸿泰大厦工会联合会", "女职工委员会主任", False),
        ("栾绍刚", None, "党组书记、常务副主席", False),
    ]


def test_quotations_become_a_draft_and_a_question_in_our_own_words(federation):
    assert list(Experience.objects.values_list("title", "state", "member__name")) == [
        ("遮挡式区域划分", "draft", HOST)
    ]
    assert list(Question.objects.values_list("text", "state", "asked_by")) == [
        ("“岗位练兵”是怎么做的？", "open", None)
    ]
    assert "岗位练兵" in Topic.objects.values_list("name", flat=True)


def test_no_sentence_of_the_report_is_kept(federation):
    draft = ArchiveDraft.objects.get()
    assert (draft.state, draft.text, "text_original" in draft.record) == ("accepted", "", False)


def test_its_pages_open(federation, signed_in, get_page):
    office = signed_in(Person.objects.get(name="演示账号"))
    get_page(office, f"/meetings/archive/{ArchiveDraft.objects.get().pk}/")
    page = get_page(office, "/")
    assert "38 further member unions" in page.content.decode()
