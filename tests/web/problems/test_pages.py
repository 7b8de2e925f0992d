"""The register and the page of a problem, as people in different duties meet them."""

from datetime import timedelta
from io import BytesIO

import openpyxl
import pytest
from django.utils import timezone

from tests import factories
from tests.factories_problems import capture, problem
from yixian.web.problems.models import Problem
from yixian.web.problems.queries import lines, register
from yixian.web.problems.queries.agenda import open_problems_for, problem_lines
from yixian.web.problems.queries.problem import problem_page


@pytest.fixture
def today():
    return timezone.localdate()


def many(chair, coordinator, host, number):
    for turn in range(number):
        problem(chair, f"问题{turn}", state="assigned", owner=coordinator, member=host, topic=None)


def titles(person, **query):
    """What the address shows, and the same as the page reads it."""
    filters, today = register.Filters.of(query), timezone.localdate().isoformat()
    found = [each.title for each in register.register(person, filters, today)]
    assert [row[0] for row in lines.chosen(person, filters, ("title",), len(found))[:]] == found
    return found


@pytest.mark.parametrize("number", [1, 60])
def test_the_list_takes_the_same_queries_for_any_number(
    signed_in, get_page, officer, chair, coordinator, host, number
):
    many(chair, coordinator, host, number)
    page = get_page(signed_in(officer), "/problems/", most=10)
    assert page.context["page"].paginator.count == number


def test_each_view_holds_its_own(officer, chair, coordinator, today):
    late = problem(chair, "迟", state="assigned", owner=coordinator, due_on=today - timedelta(days=1))
    fresh = problem(chair, "新", due_on=today + timedelta(days=9))
    done = problem(chair, "报", state="solved", owner=coordinator)
    problem(chair, "结", state="closed")
    problem(chair, "弃", state="dropped")
    views = {
        name: titles(who, view=name)
        for name, who in {
            "open": officer, "overdue": officer, "mine": coordinator, "confirm": chair, "closed": officer,
        }.items()
    }  # fmt: skip
    assert views == {
        "open": [late.title, fresh.title, done.title],
        "overdue": ["迟"],
        "mine": ["迟"],
        "confirm": ["报"],
        "closed": ["弃", "结"],
    }
    assert register.counts(chair) == {"open": 3, "overdue": 1, "mine": 0, "confirm": 1, "closed": 2}


def test_the_office_is_asked_to_confirm_where_who_raised_it_has_left(officer, staff, chair):
    problem(chair, state="solved")
    chair.is_active = False
    chair.save()
    assert (register.counts(officer)["confirm"], register.counts(staff)["confirm"]) == (1, 0)


def test_filters_and_search_narrow_the_list(officer, chair, coordinator, host, guest, district):
    topic = factories.topic(district)
    problem(chair, "照明不足", member=host, topic=topic, owner=coordinator)
    problem(chair, "通道被占用", member=guest, description="照明也差")
    found = {
        key: titles(officer, **{key: str(value)})
        for key, value in {
            "member": host.pk, "topic": topic.pk, "owner": coordinator.pk, "q": "照明", "sort": "-title",
        }.items()
    }  # fmt: skip
    assert found == {
        "member": ["照明不足"],
        "topic": ["照明不足"],
        "owner": ["照明不足"],
        "q": ["照明不足", "通道被占用"],
        "sort": ["通道被占用", "照明不足"],
    }


def test_nonsense_in_the_address_is_left_out():
    strange = {"view": "x", "sort": "pk", "member": "9" * 40, "topic": "-1", "owner": "一"}
    assert register.Filters.of(strange) == register.Filters()


def test_another_federation_sees_nothing(signed_in, get_page, stranger, city_officer, chair):
    entry = problem(chair, "甲区的问题")
    for who in (stranger, city_officer):
        assert "甲区的问题" not in get_page(signed_in(who), "/problems/").content.decode()
        get_page(signed_in(who), f"/problems/{entry.pk}/", status=404)


def test_the_spreadsheet_holds_strings_only(signed_in, officer, chair):
    problem(chair, "=1+1", description="@SUM(A1)", solution="http://example.invalid/")
    answer = signed_in(officer).get("/problems/register.xlsx")
    sheet = openpyxl.load_workbook(BytesIO(answer.content)).active
    row = [cell for cell in sheet[2] if cell.value is not None]
    assert {cell.data_type for cell in row} == {"s"}
    assert [sheet["B2"].value, sheet["C2"].value, sheet["L2"].value] == [
        "=1+1", "@SUM(A1)", "http://example.invalid/",
    ]  # fmt: skip


def test_the_spreadsheet_is_for_the_office(signed_in, chair):
    assert signed_in(chair).get("/problems/register.xlsx").status_code == 403


def test_paper_lists_everything_chosen(signed_in, get_page, officer, chair, coordinator, host):
    many(chair, coordinator, host, 60)
    assert len(get_page(signed_in(officer), "/problems/paper/").context["rows"]) == 60


@pytest.mark.parametrize(
    ("state", "who", "step"),
    [
        ("found", "officer", "assign"),
        ("found", "chair", ""),
        ("assigned", "coordinator", "solve"),
        ("assigned", "officer", ""),
        ("solved", "chair", "confirm"),
        ("solved", "officer", ""),
        ("closed", "chair", ""),
    ],
)
def test_the_one_next_step(request, chair, coordinator, state, who, step):
    entry = problem(chair, state=state, owner=None if state == "found" else coordinator)
    assert problem_page(request.getfixturevalue(who), entry).next_step == step


@pytest.mark.parametrize("state", ["found", "assigned", "solved", "closed", "dropped"])
@pytest.mark.parametrize("who", ["officer", "staff", "auditor", "chair", "delegate", "coordinator"])
def test_the_page_has_one_primary_button_at_most(
    request, signed_in, get_page, chair, coordinator, state, who
):
    entry = problem(chair, state=state, owner=None if state == "found" else coordinator)
    html = get_page(signed_in(request.getfixturevalue(who)), f"/problems/{entry.pk}/").content.decode()
    asked = {("found", "officer"), ("found", "staff"), ("assigned", "coordinator"), ("solved", "chair")}
    assert html.count("btn-primary") == int((state, who) in asked)


def test_evidence_is_shown_only_when_released(signed_in, get_page, officer, chair, meeting):
    record = capture(chair, meeting, text="机密字样", hold="held")
    entry = problem(chair, capture=record)
    assert "机密字样" not in get_page(signed_in(officer), f"/problems/{entry.pk}/").content.decode()
    type(record).objects.update(hold="released")
    assert "机密字样" in get_page(signed_in(officer), f"/problems/{entry.pk}/").content.decode()


def test_a_step_by_form(signed_in, officer, chair, coordinator, today):
    entry = problem(chair)
    day = today + timedelta(days=9)
    answer = signed_in(officer).post(
        f"/problems/{entry.pk}/owner/", {"owner": coordinator.pk, "due_on": str(day)}
    )
    assert (answer.status_code, answer.url) == (302, f"/problems/{entry.pk}/")
    entry.refresh_from_db()
    assert (entry.state, entry.owner, entry.due_on) == ("assigned", coordinator, day)


def test_a_form_that_cannot_be_used_comes_back_with_the_reason(
    signed_in, officer, chair, coordinator, stranger, today
):
    entry = problem(chair)
    client = signed_in(officer)
    url = f"/problems/{entry.pk}/owner/"
    past = client.post(url, {"owner": coordinator.pk, "due_on": str(today - timedelta(days=1))})
    foreign = client.post(url, {"owner": stranger.pk, "due_on": str(today)})
    assert (past.status_code, foreign.status_code) == (422, 422)
    assert "This day has passed" in past.content.decode()


def test_registering_from_a_record_fills_the_form(signed_in, officer, chair, meeting, host):
    record = capture(chair, meeting, text="通道被占用\n三号门旁")
    client = signed_in(officer)
    form = client.get(f"/problems/new/?capture={record.pk}").context["form"]
    assert form.initial == {"title": "通道被占用", "description": "三号门旁", "member": host.pk}
    client.post(f"/problems/new/?capture={record.pk}", {"title": "通道被占用", "member": host.pk})
    made = Problem.objects.get()
    assert (made.capture, made.raised_by) == (record, chair)


def test_registering_from_a_held_or_foreign_record_is_refused(signed_in, officer, stranger, chair, meeting):
    record = capture(chair, meeting, hold="held")
    assert signed_in(officer).get(f"/problems/new/?capture={record.pk}").status_code == 409
    assert signed_in(stranger).get(f"/problems/new/?capture={record.pk}").status_code == 404


def test_open_problems_found_before_a_meeting_stand_on_its_agenda(chair, meeting, sibling, stranger):
    day = meeting.held_on
    early = problem(chair, "早", found_on=day - timedelta(days=30), due_on=day)
    urgent = problem(
        chair, "急", state="solved", found_on=day - timedelta(days=3), due_on=day - timedelta(days=2)
    )
    problem(chair, "结", state="closed", found_on=day - timedelta(days=3))
    problem(chair, "当天", found_on=day)
    problem(stranger, "别处", found_on=day - timedelta(days=3))
    assert open_problems_for(meeting) == [urgent, early]
    assert [(each.kind, each.minutes, each.note) for each in problem_lines(meeting)] == [
        ("problems", 5, "急；早")
    ]


@pytest.mark.parametrize("number", [1, 30])
def test_a_meetings_problems_stand_on_its_page(signed_in, get_page, chair, coordinator, meeting, number):
    for turn in range(number):
        problem(chair, f"问题{turn}", state="assigned", owner=coordinator, meeting=meeting)
    problem(chair, "别处")
    page = get_page(signed_in(chair), f"/problems/meetings/{meeting.pk}/", most=6)
    assert len(page.context["rows"]) == number


def test_people_are_chosen_by_name_unit_and_post(signed_in, get_page, officer, chair, stranger):
    entry = problem(chair)
    html = get_page(signed_in(officer), f"/problems/{entry.pk}/").content.decode()
    assert ("甲二食品有限公司, 甲主席, chair" in html, ">郑主任</option>" in html, stranger.name in html) == (
        True, True, False,
    )  # fmt: skip
