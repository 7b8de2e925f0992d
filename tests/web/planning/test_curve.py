"""The curve of changed months against points: drawn beside the draft, and any of its points becomes the draft."""

import pytest

from tests.days import months_ahead
from yixian.web.planning.actions.plans import pin_choice, publish_plan
from yixian.web.planning.actions.replan import choose_step, request_replan
from yixian.web.planning.actions.runs import request_run, stop_run
from yixian.web.planning.models import YearPlan
from yixian.web.planning.queries.curve import curve_page
from yixian.web.planning.queries.problem import problem_from_db
from yixian.web.planning.templatetags.curve_picture import places, rounded_lines
from yixian.web.shared import jobs
from yixian.web.shared.errors import BadInput, DomainError

FIRST, SECOND, THIRD = months_ahead(3)


@pytest.fixture
def in_force(solved, officer):
    """The solved plan in force."""
    publish_plan(by=officer, plan=solved)
    jobs.drain()
    return solved


@pytest.fixture
def draft(in_force, officer):
    """Arranged anew after the second month fell through."""
    draft = request_replan(by=officer, base=in_force, cancel=[SECOND])
    jobs.drain()
    draft.refresh_from_db()
    return draft


def hosts_of(plan):
    return list(plan.choices.order_by("month").values_list("month", "host_id", "day"))


def with_a_second_point(draft):
    """The curve gets one point more: the plan as it was before."""
    curve = draft.curve
    first = curve.steps[0]
    curve.steps = [first, {**first, "changes": 9, "plan": curve.base.certificate["plan"]}]
    curve.save()
    return curve


def test_each_point_is_a_whole_plan_with_fewer_points(draft):
    steps = draft.curve.steps
    assert [step["points"] for step in steps] == sorted({step["points"] for step in steps}, reverse=True)
    assert [step["changes"] for step in steps] == sorted({step["changes"] for step in steps})
    assert all(len(step["plan"]["choices"]) == 3 and step["moved"] for step in steps)
    assert (draft.curve.chosen, draft.curve.cancelled.keys()) == (0, {SECOND})


def test_every_point_becomes_the_draft_and_the_first_comes_back(draft, officer):
    with_a_second_point(draft)
    before = hosts_of(draft)
    curve = choose_step(by=officer, plan=draft, number=1)
    draft.refresh_from_db()
    chosen = [(c["month"], int(c["host"])) for c in curve.steps[1]["plan"]["choices"]]
    assert [(month, host) for month, host, _day in hosts_of(draft)] == chosen
    assert hosts_of(draft) != before
    assert (draft.curve.chosen, draft.certificate["checked"]) == (1, True)
    assert all(choice.reasons["reasons"] for choice in draft.choices.all())
    choose_step(by=officer, plan=YearPlan.objects.get(pk=draft.pk), number=0)
    assert hosts_of(draft) == before


def test_a_point_is_chosen_on_the_page(draft, in_force, signed_in, get_page, officer):
    with_a_second_point(draft)
    url = f"/planning/plans/{draft.pk}/comparison/{in_force.pk}/"
    client = signed_in(officer)
    page = get_page(client, url, most=12).content.decode()
    assert (page.count('class="curve-dot"'), page.count("Take this one")) == (2, 1)
    response = client.post(f"/planning/plans/{draft.pk}/curve/", {"point": "1"})
    assert (response.status_code, response.url) == (302, url)
    assert 'id="point-1" class="is-chosen"' in client.get(url).content.decode()
    assert client.post(f"/planning/plans/{draft.pk}/curve/", {"point": "7"}).status_code == 422


def test_readers_see_the_curve_and_cannot_choose(draft, in_force, signed_in, get_page, auditor):
    with_a_second_point(draft)
    url = f"/planning/plans/{draft.pk}/comparison/{in_force.pk}/"
    page = get_page(signed_in(auditor), url).content.decode()
    assert ('class="curve-dot"' in page, "Take this one" in page) == (True, False)


def test_after_a_pin_the_curve_no_longer_holds(draft, officer):
    choice = draft.choices.select_related("host").get(month=THIRD)
    pin_choice(by=officer, plan=draft, month=THIRD, host=choice.host, day=choice.day)
    with pytest.raises(DomainError, match="Pins have changed"):
        choose_step(by=officer, plan=draft, number=0)


def test_a_version_without_a_curve_has_no_points(in_force, officer):
    plan = empty_draft(in_force)
    assert curve_page(officer, plan) is None
    with pytest.raises(BadInput, match="points of the curve"):
        choose_step(by=officer, plan=plan, number=0)


def empty_draft(base):
    return YearPlan.objects.create(
        federation=base.federation, programme=base.programme, version=9, first_month=FIRST, months=3
    )


def test_a_later_solve_knows_who_cannot_host_and_drops_the_curve(draft, in_force, officer):
    lost = in_force.choices.get(month=SECOND).host_id
    problem = problem_from_db(draft)
    assert problem.host_by_id[str(lost)].blackout_months == (SECOND,)
    request_run(by=officer, plan=draft)
    jobs.drain()
    draft.refresh_from_db()
    assert draft.choices.get(month=SECOND).host_id != lost
    assert draft.curve.steps == []


def test_arranging_anew_is_stopped(in_force, officer):
    draft = request_replan(by=officer, base=in_force, cancel=[SECOND])
    run = stop_run(by=officer, run=draft.runs.get())
    jobs.drain()
    run.refresh_from_db()
    assert (run.state, draft.choices.count()) == ("stopped", 0)


def test_lines_of_the_grid_are_round_and_few():
    assert rounded_lines(2104, 2193) == [2100, 2150, 2200]
    assert rounded_lines(7, 7) == [7, 8]
    for low, high in ((0, 1), (3, 1000), (99, 104), (0, 0)):
        lines = rounded_lines(low, high)
        assert lines[0] <= low <= high < lines[-1] or high == lines[-1]
        assert len(lines) <= 7


def test_points_stand_in_order_from_left_to_right_and_better_is_lower():
    at, _lines = places([(1, 90), (2, 80), (4, 75)])
    assert [x for x, _y in at] == sorted(x for x, _y in at)
    assert [y for _x, y in at] == sorted(y for _x, y in at)
    assert places([(2, 50)])[0][0][0] == pytest.approx(216.0)
