"""Figures, the service map and search."""

from datetime import date

import pytest
from django.utils import timezone

from tests import factories
from yixian.web.learning.models import Adoption, Experience
from yixian.web.meetings.models import CheckIn, Invitation, Meeting
from yixian.web.organisations.models import Need, Strength
from yixian.web.problems.models import Problem
from yixian.web.reports.queries.figures import figures_by_year, figures_of


@pytest.fixture
def held(programme, host, guest, chair, delegate):
    """A closed meeting of 2025: two unions invited, one came with two people."""
    meeting = factories.meeting(programme, host=host, state="closed", held_on=date(2025, 3, 18))
    for member in (host, guest):
        Invitation.objects.create(federation=meeting.federation, meeting=meeting, member=member)
    for person in (chair, delegate):
        CheckIn.objects.create(
            federation=meeting.federation, meeting=meeting, person=person, method="desk", at=timezone.now()
        )
    return meeting


@pytest.fixture
def office(signed_in, officer):
    return signed_in(officer)


def test_figures_count_the_year_asked_for(office, held, guest, get_page):
    owned = {"federation": held.federation, "member": guest}
    Problem.objects.create(title="甲", found_on=date(2025, 3, 18), **owned)
    Problem.objects.create(
        title="乙", found_on=date(2024, 3, 18), state="closed", closed_at=timezone.now(), **owned
    )
    row = get_page(office, "/figures/?year=2025").context["page"].row
    assert (row["held"], row["rate"], row["of_problems"], row["solved"]) == (1, 50, "/ 1", 0)
    row = get_page(office, "/figures/").context["page"].row
    assert (row["of_problems"], row["solved"]) == ("/ 2", 1)


def test_a_year_without_meetings_is_not_asked_for(office, held, get_page):
    page = get_page(office, "/figures/?year=1999").context["page"]
    assert (page.year, page.years) == ("", ["2025"])


def test_attendance_is_drawn_and_told(office, held, get_page):
    page = get_page(office, "/figures/")
    assert [(bar.invited, bar.present, bar.rate) for bar in page.context["page"].bars] == [(2, 1, 50)]
    assert "The same as a table" in page.content.decode()


def test_each_stage_of_a_funnel_holds_those_that_went_further(office, held, host, guest, get_page):
    owned = {"federation": held.federation, "found_on": held.held_on, "member": guest}
    for state in ("found", "assigned", "solved", "closed", "dropped"):
        Problem.objects.create(title=state, state=state, **owned)
    experience = Experience.objects.create(federation=held.federation, title="练兵角", member=host)
    Adoption.objects.create(
        federation=held.federation, title="练兵角", experience=experience, member=guest, state="trying"
    )
    page = get_page(office, "/figures/").context["page"]
    assert [stage.count for stage in page.problems] == [5, 3, 2, 1]
    assert [stage.count for stage in page.adoptions] == [1, 1, 1, 0]


def test_figures_are_not_for_members(signed_in, chair):
    client = signed_in(chair)
    assert [client.get(url).status_code for url in ("/figures/", "/service-map/")] == [403, 403]


def test_the_map_marks_a_need_that_nothing_has_reached(office, held, guest, host, district, get_page):
    wanted, shown = factories.topic(district), factories.topic(district, "企业文化")
    held.topics.add(shown)
    Need.objects.create(federation=district, member=guest, topic=wanted)
    Strength.objects.create(federation=district, member=host, topic=wanted)
    page = get_page(office, "/service-map/").context["page"]
    told = {
        (row.name, topic): cell and (cell.served, cell.is_gap, cell.is_strong)
        for row in page.rows
        for topic, cell in zip(page.topics, row.cells, strict=True)
    }
    assert told == {
        (guest.short_name, wanted.name): (0, True, False), (guest.short_name, shown.name): (1, False, False),
        (host.short_name, wanted.name): (0, False, True), (host.short_name, shown.name): None,
    }  # fmt: skip
    assert (page.gaps, page.needs, page.rows[0].member_id) == (1, 1, guest.pk)


def test_a_borrowed_practice_serves_a_need(office, guest, host, district, get_page):
    topic = factories.topic(district)
    Need.objects.create(federation=district, member=guest, topic=topic)
    experience = Experience.objects.create(federation=district, title="练兵角", member=host, topic=topic)
    Adoption.objects.create(federation=district, title="练兵角", experience=experience, member=guest)
    assert get_page(office, "/service-map/").context["page"].gaps == 0


def test_the_map_takes_as_many_queries_with_many_members(office, district, get_page):
    get_page(office, "/service-map/")
    for number in range(30):
        Need.objects.create(
            federation=district,
            member=factories.member(district),
            topic=factories.topic(district, f"主题{number % 9}"),
        )
    assert len(get_page(office, "/service-map/").context["page"].rows) == 30


@pytest.mark.parametrize("words", ["甲二", "jiaer", "Jia er", "甲二食品有限公司工会"])
def test_a_member_is_found_by_characters_and_pinyin(office, guest, words, get_page):
    groups = get_page(office, f"/search/?q={words}").context["groups"]
    assert next((group.title, [each.name for each in group.found]) for group in groups) == (
        "Member unions",
        [guest.name],
    )


@pytest.mark.parametrize("words", ["%25", "_", "%5C"])
def test_signs_that_databases_read_otherwise_are_searched_as_they_are(office, guest, words, get_page):
    assert get_page(office, f"/search/?q={words}").context["groups"] == []


def test_people_are_found_by_the_office_only(office, signed_in, chair, get_page):
    found = get_page(office, "/search/?q=甲主席").context["groups"]
    assert [(g.title, [(each.name, each.more) for each in g.found]) for g in found] == [
        ("People", [("甲主席", "甲二食品有限公司 · chair")])
    ]
    assert get_page(signed_in(chair), "/search/?q=甲主席").context["groups"] == []


def test_meetings_problems_and_experiences_are_found(office, held, host, get_page):
    owned = {"federation": held.federation, "member": host}
    Meeting.objects.filter(pk=held.pk).update(title="通道整治例会")
    Problem.objects.create(title="通道被占用", found_on=held.held_on, **owned)
    Experience.objects.create(title="通道画线", summary="", **owned)
    groups = get_page(office, "/search/?q=通道").context["groups"]
    assert [(g.title, [each.name for each in g.found]) for g in groups] == [
        ("Meetings", ["通道整治例会"]), ("Problems", ["通道被占用"]), ("Experiences", ["通道画线"]),
    ]  # fmt: skip


def test_drafts_of_others_are_not_found_by_members(signed_in, chair, host, get_page):
    Experience.objects.create(federation=host.federation, title="通道画线", member=host)
    assert get_page(signed_in(chair), "/search/?q=通道").context["groups"] == []


def test_another_federation_s_things_are_not_found(signed_in, stranger, guest, get_page):
    assert get_page(signed_in(stranger), "/search/?q=甲").context["groups"] == []


def test_only_the_federation_above_opens_a_roll_up(signed_in, city_officer, stranger, district, get_page):
    get_page(signed_in(city_officer), f"/below/{district.pk}/")
    assert signed_in(stranger).get(f"/below/{district.pk}/").status_code == 404


def test_a_meeting_of_no_known_day_counts_for_all_time_only(office, held, programme, get_page):
    undated = factories.meeting(programme, host=held.host, state="closed", held_on=held.held_on)
    Meeting.objects.filter(pk=undated.pk).update(held_on=None)
    rows = [get_page(office, f"/figures/{query}").context["page"].row for query in ("", "?year=2025")]
    assert [row["held"] for row in rows] == [2, 1]


def test_figures_year_by_year_are_those_of_each_year(held):
    pk = held.federation_id
    assert figures_by_year(pk, ["", "2025", "2024"]) == [
        figures_of(pk), figures_of(pk, "2025"), figures_of(pk, "2024"),
    ]  # fmt: skip
