"""Somebody's learning record: what stands in it, who reads it, and that it stays quick."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests import factories, factories_learning
from tests.guards import count_queries
from yixian.web.capture.models import Capture
from yixian.web.grouping.models import Group, Grouping, Place
from yixian.web.learning.models import AdoptionStep, Answer
from yixian.web.meetings.models import CheckIn


@pytest.fixture
def attended(programme, host, delegate):
    """A meeting of last month in the host's museum to which the delegate went."""
    day = timezone.localdate() - timedelta(days=30)
    venue = factories.venue(host, "主展厅", "museum")
    meeting = factories.meeting(programme, host=host, state="closed", held_on=day, venue=venue)
    arrive(delegate, meeting)
    return meeting


def arrive(person, meeting):
    own = {"federation": meeting.federation, "meeting": meeting}
    CheckIn.objects.create(person=person, method="desk", at=timezone.now(), **own)


def record(person, meeting, hold="released", kind="note", **values):
    return Capture.objects.create(
        federation=meeting.federation, meeting=meeting, author=person, kind=kind, text="x", hold=hold,
        client_id=uuid4(), digest="0" * 64, **values,
    )  # fmt: skip


def seat(meeting, *people, state="published"):
    """One group of these people, the first of them its leader."""
    own = {"federation": meeting.federation}
    grouping = Grouping.objects.create(meeting=meeting, state=state, **own)
    group = Group.objects.create(grouping=grouping, number=3, leader=people[0], **own)
    for person in people:
        Place.objects.create(grouping=grouping, group=group, person=person, **own)


def path_of(person):
    return f"/learning/people/{person.pk}/"


@pytest.fixture
def page_of(signed_in, get_page):
    """The record of a person as somebody reads it."""

    def read(by, person, query=""):
        return get_page(signed_in(by), f"{path_of(person)}{query}").context["page"]

    return read


def test_a_record_begins_empty_and_says_how_it_fills(signed_in, delegate, get_page):
    response = get_page(signed_in(delegate), path_of(delegate))
    page = response.context["page"]
    assert (page.meetings, page.records, page.asked, page.borrowed, page.met) == ([], 0, [], [], 0)
    assert "put down here by itself" in response.content.decode()


def test_everything_of_a_meeting_stands_at_it(page_of, delegate, chair, attended, host, guest):
    seat(attended, chair, delegate)
    arrive(chair, attended)
    for kind in ("photo", "photo", "note"):
        record(delegate, attended, kind=kind)
    question = factories_learning.question(delegate, meeting=attended)
    Answer.objects.create(federation=guest.federation, question=question, text="这样办", by=chair)
    practice = factories_learning.experience(host, meeting=attended)
    factories_learning.adoption(practice, guest, started_by=delegate)
    (entry,) = page_of(chair, delegate).meetings
    assert (entry.title, entry.host, entry.venue) == (attended.title, host.short_name, "museum")
    assert (entry.walk.number, entry.walk.led, entry.walk.companions) == (
        3, False, [("甲主席", guest.short_name)],
    )  # fmt: skip
    assert entry.records == [("photo", 2), ("note", 1)]
    assert [(each.text, each.answers, each.state) for each in entry.asked] == [
        ("岗位练兵怎么组织？", 1, "waiting for answers")
    ]
    assert [(each.title, each.lender, each.state) for each in entry.borrowed] == [
        ("班前会五分钟", host.short_name, "interested")
    ]


def test_only_meetings_to_which_somebody_came_count(page_of, delegate, attended, programme, host):
    factories.meeting(programme, host=host, state="closed")
    assert [each.url for each in page_of(delegate, delegate).meetings] == [f"/meetings/{attended.pk}/"]


def test_the_author_sees_what_is_held_the_chair_and_the_office_only_what_is_released(
    page_of, delegate, chair, officer, attended
):
    record(delegate, attended)
    record(delegate, attended, hold="held")
    record(delegate, attended, deleted_at=timezone.now())
    assert [page_of(by, delegate).records for by in (delegate, chair, officer)] == [2, 1, 1]


def test_groups_that_are_not_published_and_people_who_did_not_come_are_left_out(
    page_of, delegate, chair, coordinator, attended, programme, host
):
    arrive(coordinator, attended)
    seat(attended, delegate, chair, coordinator)
    draft = factories.meeting(programme, host=host, state="closed")
    arrive(delegate, draft)
    arrive(coordinator, draft)
    seat(draft, delegate, coordinator, state="draft")
    page = page_of(delegate, delegate)
    walks = {each.url: each.walk for each in page.meetings}
    assert walks[f"/meetings/{draft.pk}/"] is None
    walk = walks[f"/meetings/{attended.pk}/"]
    assert (walk.led, [name for name, _unit in walk.companions], page.met) == (True, ["何联络"], 1)


def test_who_takes_a_borrowing_further_takes_part_in_it(page_of, delegate, chair, host, guest):
    borrowed = factories_learning.adoption(factories_learning.experience(host), guest, started_by=chair)
    assert page_of(delegate, delegate).borrowed == []
    for state in ("contact", "trying"):
        AdoptionStep.objects.create(federation=guest.federation, adoption=borrowed, state=state, by=delegate)
    assert [each.title for each in page_of(delegate, delegate).borrowed] == ["班前会五分钟"]


def test_a_record_is_for_the_person_their_chair_and_the_office(
    signed_in, officer, staff, auditor, chair, delegate, guest, coordinator, stranger, city_officer
):
    colleague = factories.cadre(guest)
    readers = (officer, staff, auditor, chair, delegate, colleague, coordinator, stranger, city_officer)
    answers = [signed_in(by).get(path_of(delegate)).status_code for by in readers]
    assert answers == [200, 200, 200, 200, 200, 403, 404, 404, 404]


def test_the_way_to_a_record_stands_where_one_may_read_it(
    signed_in, chair, delegate, guest, officer, get_page
):
    colleague = factories.cadre(guest)
    pages = {
        by.name: path_of(delegate)
        in get_page(signed_in(by), f"/accounts/people/{delegate.pk}/").content.decode()
        for by in (officer, chair, colleague)
    }
    assert pages == {officer.name: True, chair.name: True, colleague.name: False}
    assert path_of(delegate) in get_page(signed_in(delegate), "/accounts/me/").content.decode()


def test_the_record_of_an_erased_person_is_gone(signed_in, officer, delegate, attended):
    delegate.erased_at = timezone.now()
    delegate.save()
    assert signed_in(officer).get(path_of(delegate)).status_code == 409
    assert (
        path_of(delegate) not in signed_in(officer).get(f"/accounts/people/{delegate.pk}/").content.decode()
    )


def test_many_meetings_come_by_pages_or_all_on_one(
    page_of, signed_in, delegate, chair, coordinator, attended, programme, host, guest, get_page
):
    client = signed_in(delegate)

    def queries():
        with count_queries() as counted:
            get_page(client, path_of(delegate))
            get_page(client, f"{path_of(delegate)}?page=all")
        return len(counted)

    seat(attended, delegate, coordinator)
    arrive(coordinator, attended)
    few = queries()
    for n in range(39):
        day = timezone.localdate() - timedelta(days=40 + n)
        meeting = factories.meeting(programme, host=host, state="closed", held_on=day)
        arrive(delegate, meeting)
        record(delegate, meeting)
        factories_learning.question(delegate, meeting=meeting)
        practice = factories_learning.experience(host, f"做法{n}", meeting=meeting)
        factories_learning.adoption(practice, guest, started_by=delegate)
        seat(meeting, delegate, coordinator)
        arrive(coordinator, meeting)
    assert queries() == few
    page, last, whole = (page_of(delegate, delegate, query) for query in ("", "?page=4", "?page=all"))
    assert [len(each.meetings) for each in (page, last, whole)] == [12, 4, 40]
    assert (page.page.paginator.count, len(page.asked), len(page.borrowed), page.met) == (40, 39, 39, 1)
    assert [len(page.asked_shown), len(whole.asked_shown)] == [12, 39]
    assert [page.has_more, whole.has_more] == [True, False]
    assert page.meetings[0].url == f"/meetings/{attended.pk}/"


def test_what_somebody_wrote_is_shown_as_text(signed_in, delegate, attended, get_page):
    factories_learning.question(delegate, text="<script>alert(1)</script>", meeting=attended)
    page = get_page(signed_in(delegate), path_of(delegate)).content.decode()
    assert "<script>alert" not in page
