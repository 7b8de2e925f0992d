"""Choosing a member, a venue, a person: from a list, or by name where the list would be too long."""

import pytest

from yixian.web.accounts.models import Person
from yixian.web.meetings.forms.agenda import ItemForm
from yixian.web.meetings.forms.meeting import MeetingForm
from yixian.web.organisations.models import Member
from yixian.web.organisations.queries.members import MOST_LISTED

ITEM = {"title": "经验分享", "minutes": "5", "kind": "experience"}


@pytest.fixture
def crowd(district, guest):
    """More people and members than a list shows."""
    Person.objects.bulk_create(
        Person(federation=district, member=guest, duty="member", name=f"代表{number}")
        for number in range(MOST_LISTED + 1)
    )
    Member.objects.bulk_create(
        Member(federation=district, name=f"第{number}工会", short_name=f"第{number}")
        for number in range(MOST_LISTED + 1)
    )


def speaker_of(officer, written):
    form = ItemForm({**ITEM, "speaker": written}, person=officer)
    return form.cleaned_data["speaker"] if form.is_valid() else form.errors["speaker"][0]


def test_a_few_people_are_a_list(officer, chair):
    assert speaker_of(officer, str(chair.pk)) == chair


@pytest.mark.usefixtures("crowd")
def test_many_people_are_written_by_name(officer, chair, sibling, district):
    assert speaker_of(officer, chair.name) == chair
    assert speaker_of(officer, f"{chair.member.short_name}　{chair.name}") == chair
    assert speaker_of(officer, "") is None
    assert speaker_of(officer, "没有此人") == "没有查到这个名称，请按登记的名称填写。"


@pytest.mark.usefixtures("crowd")
def test_of_several_namesakes_the_union_tells_which(officer, chair, host, district):
    other = Person.objects.create(federation=district, member=host, duty="member", name=chair.name)
    assert speaker_of(officer, chair.name) == "同名的不止一个，请在名称前写上单位。"
    assert speaker_of(officer, f"{host.short_name}，{chair.name}") == other


@pytest.mark.usefixtures("crowd")
def test_what_stands_there_is_shown_by_name(get_page, signed_in, officer, coordinator, meeting):
    form = MeetingForm(person=officer, meeting=meeting)
    assert form["host"].value() == meeting.host.name
    page = get_page(signed_in(officer), f"/meetings/{meeting.pk}/facts/")
    assert len(page.content) < 60_000


@pytest.mark.usefixtures("crowd")
def test_pages_with_choices_take_as_many_queries_as_ever(get_page, signed_in, officer, meeting):
    for page in (
        "new/",
        f"{meeting.pk}/facts/",
        f"{meeting.pk}/agenda/items/",
        f"{meeting.pk}/desk/walk-in/",
    ):
        get_page(signed_in(officer), f"/meetings/{page}", most=12)
