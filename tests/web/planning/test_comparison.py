"""Two versions side by side, what publication moves, and weights tried in a draft of their own."""

import pytest

from tests.days import months_ahead, working_day
from yixian.planner.terms import TERMS
from yixian.web.meetings.models import Programme
from yixian.web.planning.actions.plans import draft_plan, pin_choice, publish_plan
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.actions.weights import adopt_weights
from yixian.web.planning.forms.weights import WeightsForm
from yixian.web.planning.models import YearPlan
from yixian.web.planning.queries.comparison import comparison
from yixian.web.planning.queries.fairness import fair_page
from yixian.web.planning.queries.moved import what_moves
from yixian.web.planning.queries.problem import problem_from_db
from yixian.web.planning.solved import as_solved, kept_problem
from yixian.web.shared import jobs
from yixian.web.shared.errors import DomainError, Refused

FIRST, _second, THIRD = months_ahead(3)


@pytest.fixture
def second(solved, officer, hosts):
    """A second version with another host pinned in the third month; the first is published."""
    publish_plan(by=officer, plan=solved)
    plan = draft_plan(by=officer, programme=solved.programme, first_month=FIRST, months=3)
    free = next(h for h in hosts if h.pk not in set(solved.choices.values_list("host_id", flat=True)))
    pin_choice(by=officer, plan=plan, month=THIRD, host=free, day=working_day(THIRD, near=19))
    request_run(by=officer, plan=plan)
    jobs.drain()
    plan.refresh_from_db()
    return plan


def test_the_comparison_names_what_differs(solved, second, officer):
    found = comparison(officer, second, solved)
    kinds = {pair.month: pair.kind for pair in found.months}
    assert kinds[THIRD] == "host"
    assert found.moved == sum(kind != "same" for kind in kinds.values())
    assert found.difference == second.certificate["objective"] - solved.certificate["objective"]
    assert sum(term.difference for term in found.terms) == found.difference


def test_versions_of_different_length_have_no_points_to_compare(solved, officer, signed_in, get_page):
    publish_plan(by=officer, plan=solved)
    longer = draft_plan(by=officer, programme=solved.programme, first_month=FIRST, months=5, base=solved)
    request_run(by=officer, plan=longer)
    jobs.drain()
    longer.refresh_from_db()
    found = comparison(officer, longer, solved)
    assert (found.only, found.moved + found.only <= 5, found.adds_up_alike) == (2, True, False)
    page = get_page(
        signed_in(officer), f"/planning/plans/{longer.pk}/comparison/{solved.pk}/"
    ).content.decode()
    assert "2 months are in one of them only." in page
    assert "points more" not in page
    assert "plan different months" in page
    page = get_page(signed_in(officer), f"/planning/plans/{longer.pk}/publication/").content.decode()
    assert "2 months are planned for the first time." in page


def test_the_page_compares(solved, second, signed_in, get_page, officer):
    url = f"/planning/plans/{second.pk}/comparison/{solved.pk}/"
    page = get_page(signed_in(officer), url).content.decode()
    assert "Version 2 beside version 1" in page
    response = signed_in(officer).get(f"/planning/plans/{second.pk}/comparison/")
    assert (response.status_code, response.url) == (302, url)


def test_publication_shows_what_moves_and_keeps_it(solved, second, signed_in, get_page, officer):
    old = solved.choices.get(month=THIRD)
    moves = what_moves(second)
    page = get_page(signed_in(officer), f"/planning/plans/{second.pk}/publication/").content.decode()
    assert old.host.short_name in page
    publish_plan(by=officer, plan=second)
    second.refresh_from_db()
    assert second.moved == moves
    third = next(each for each in moves if each["month"] == THIRD)
    assert (third["old_host"], third["new_day"]) == (
        old.host.short_name,
        working_day(THIRD, near=19).isoformat(),
    )
    assert what_moves(second) == []
    shown = get_page(signed_in(officer), f"/planning/plans/{second.pk}/").content.decode()
    assert "Changed by publication" in shown


def test_a_first_publication_moves_nothing_that_was(solved):
    assert [(each["old_host"], each["old_day"]) for each in what_moves(solved)] == [("", "")] * 3


def test_trying_weights_makes_a_draft_of_its_own(solved, signed_in, officer):
    client = signed_in(officer)
    factors = {term.code: "1" for term in TERMS} | {"waiting": "10", "alike": "0", "travel_worst": "0.5"}
    response = client.post("/planning/weights/", factors)
    trial = YearPlan.objects.get(version=2)
    assert response.url == f"/planning/plans/{trial.pk}/comparison/{solved.pk}/"
    assert (trial.weights["waiting"], trial.weights["alike"], trial.weights["travel_worst"]) == (30, 0, 1)
    assert problem_from_db(trial).weights == trial.weights
    assert Programme.objects.get().settings.get("weights") is None
    assert client.post("/planning/weights/", {**factors, "waiting": "11"}).status_code == 422


def test_only_the_office_uses_weights_from_then_on(solved, officer, staff):
    with pytest.raises(DomainError, match="own weights"):
        adopt_weights(by=officer, plan=solved)
    solved.weights = {"waiting": 9}
    solved.save()
    with pytest.raises(Refused):
        adopt_weights(by=staff, plan=solved)
    adopt_weights(by=officer, plan=solved)
    assert Programme.objects.get().settings["weights"] == {"waiting": 9}
    assert WeightsForm(weights={"waiting": 9})["waiting"].value() == 3.0


def test_the_fairness_report_is_for_everybody(solved, second, signed_in, get_page, chair):
    page = get_page(signed_in(chair), f"/planning/plans/{solved.pk}/fairness/?sort=-turns", most=9)
    page = page.content.decode()
    assert "limit that can always be kept: 0.93" in page
    assert page.count("<tr") == 9
    rows = fair_page(chair, solved, "-turns").rows
    assert [row.figures.turns for row in rows] == [1, 1, 1, 0, 0, 0, 0, 0]


def test_a_plan_without_a_solve_has_no_figures(plan, signed_in, get_page, officer):
    page = get_page(signed_in(officer), f"/planning/plans/{plan.pk}/fairness/").content.decode()
    assert "No figures yet" in page


def test_a_kept_problem_is_the_problem_that_was_solved(solved):
    assert kept_problem(solved) == as_solved(solved)[0]
