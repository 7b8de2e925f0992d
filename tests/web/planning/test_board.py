"""The planning board: priced by a job, read cell by cell, pinned from."""

import pytest

from tests.days import months_ahead, working_day
from yixian.planner import Breach
from yixian.web.planning.actions.board import request_cell, request_prices
from yixian.web.planning.actions.plans import pin_choice, publish_plan
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.heat import heat, steps
from yixian.web.planning.models import PlanBoard
from yixian.web.planning.moves import move
from yixian.web.planning.solved import as_solved
from yixian.web.planning.words import breach_sentence
from yixian.web.shared import jobs
from yixian.web.shared.errors import DomainError

FIRST, SECOND, THIRD = months_ahead(3)


@pytest.fixture
def priced(plan, hosts, officer):
    """The draft, solved and priced; the last member's place is too small."""
    hosts[-1].venues.update(capacity=10)
    request_run(by=officer, plan=plan)
    jobs.drain()
    plan.refresh_from_db()
    return plan


def test_every_cell_has_a_price_or_a_reason(priced, hosts):
    board = priced.board
    assert (board.state, set(board.rows)) == ("done", {str(each.pk) for each in hosts})
    cells = [pair for row in board.rows.values() for pair in zip(row["prices"], row["why"], strict=True)]
    assert len(cells) == 24
    assert all((price is None) != (why is None) for price, why in cells)
    small = board.rows[str(hosts[-1].pk)]
    assert small["prices"] == [None, None, None]
    assert board.why["en"][small["why"][0]] == "the place holds 10, 50 are expected"


def test_what_is_chosen_costs_nothing_and_nothing_is_cheaper(priced):
    place = {FIRST: 0, SECOND: 1, THIRD: 2}
    rows = priced.board.rows
    assert [rows[str(c.host_id)]["prices"][place[c.month]] for c in priced.choices.all()] == [0, 0, 0]
    assert min(price for row in rows.values() for price in row["prices"] if price is not None) == 0


def test_the_page_is_cheap_and_marks_what_is_chosen(priced, signed_in, get_page, officer):
    page = get_page(signed_in(officer), f"/planning/plans/{priced.pk}/board/", most=9).content.decode()
    assert page.count('class="on"') == 3
    assert page.count('class="no"') >= 3
    assert page.count('tabindex="-1">') >= 24


def test_members_do_not_see_the_board(priced, signed_in, get_page, chair):
    get_page(signed_in(chair), f"/planning/plans/{priced.pk}/board/", status=403)


def test_prices_wait_while_a_solve_is_asked_for(plan, hosts, officer):
    request_run(by=officer, plan=plan)
    jobs.drain(2)
    plan.refresh_from_db()
    request_run(by=officer, plan=plan)
    first = plan.board.pk
    jobs.drain(1)
    assert PlanBoard.objects.get(plan=plan).state == "waiting"
    jobs.drain()
    board = PlanBoard.objects.get(plan=plan)
    assert (board.state, board.pk == first) == ("done", False)


def test_a_cell_in_full_adds_up_to_its_price(priced, hosts, officer):
    row = next(r for r in priced.board.rows.items() if any(p for p in r[1]["prices"]))
    host = next(each for each in hosts if str(each.pk) == row[0])
    place = next(i for i, p in enumerate(row[1]["prices"]) if p)
    month = [FIRST, SECOND, THIRD][place]
    request_cell(by=officer, plan=priced, month=month, host=host)
    assert PlanBoard.objects.get(plan=priced).cells == {f"{month}/{host.pk}": {}}
    jobs.drain()
    found = PlanBoard.objects.get(plan=priced).cells[f"{month}/{host.pk}"]
    assert found["price"] == row[1]["prices"][place] == sum(term["points"] for term in found["terms"])
    assert [month, str(host.pk)] in [[m, new] for m, _old, new, _day in found["changed"]]


def test_a_cell_opens_as_a_card_and_as_a_page(priced, hosts, signed_in, get_page, officer):
    url = f"/planning/plans/{priced.pk}/board/{SECOND}/{hosts[-1].pk}/"
    page = get_page(signed_in(officer), url).content.decode()
    assert "the place holds 10, 50 are expected" in page
    card = signed_in(officer, **{"HX-Request": "true", "accept-language": "en"}).get(url).content.decode()
    assert ("<html" in card, "Pin here" in card) == (False, True)


def test_pinning_from_a_cell(priced, hosts, signed_in, officer, a_day):
    url = f"/planning/plans/{priced.pk}/board/{SECOND}/{hosts[2].pk}/"
    client = signed_in(officer)
    assert client.post(url, {"day": f"{THIRD}-15"}).status_code == 422
    response = client.post(url, {"day": a_day.isoformat(), "solve": "1"})
    assert (response.status_code, response.url) == (302, f"/planning/plans/{priced.pk}/board/")
    choice = priced.choices.get(month=SECOND)
    assert (choice.host, choice.day, choice.is_pinned) == (hosts[2], a_day, True)
    assert priced.runs.first().state == "waiting"


def test_a_pin_that_moves_leaves_its_old_month(priced, hosts, officer):
    first = priced.choices.get(month=FIRST)
    pin_choice(by=officer, plan=priced, month=FIRST, host=first.host, day=first.day)
    day = working_day(THIRD, near=12)
    pin_choice(by=officer, plan=priced, month=THIRD, host=first.host, day=day, instead_of=FIRST)
    assert [c.month for c in priced.choices.filter(is_pinned=True)] == [THIRD]


def test_an_unsolved_plan_has_no_prices(plan, officer, signed_in, get_page):
    with pytest.raises(DomainError, match="Solve the plan first"):
        request_prices(by=officer, plan=plan)
    get_page(signed_in(officer), f"/planning/plans/{plan.pk}/board/")


def test_a_move_swaps_two_months_and_names_what_breaks(priced, hosts):
    problem, solved = as_solved(priced)
    first, second = solved.choices[0], solved.choices[1]
    found = move(problem, solved.choices, second.month, first.host)
    assert [(c.month, c.host) for c in found.choices] == [
        (first.month, second.host),
        (second.month, first.host),
    ]
    assert found.breaches == ()
    small = move(problem, solved.choices, second.month, str(hosts[-1].pk))
    assert [breach.rule for breach in small.breaches] == ["capacity"]


def test_a_number_in_a_sentence_is_not_taken_for_a_member(priced, hosts):
    problem, _solved = as_solved(priced)
    number = str(hosts[0].pk)
    breach = Breach("capacity", SECOND, number, "", found=number, expected="50")
    assert (
        breach_sentence(problem, breach, "en")
        == f"{SECOND} 第1示例单位: the place holds {number}, 50 are expected"
    )


def test_heat_divides_prices_into_fifths():
    bounds = steps([0, None, *range(1, 11)])
    assert bounds == [2, 4, 6, 8, 10]
    assert [heat(price, bounds) for price in (0, 1, 2, 3, 10)] == [0, 1, 1, 2, 5]
    assert steps([0, None]) == []
    assert steps([7]) == [7]


def test_the_board_of_a_published_plan_says_how_to_change_it(priced, hosts, officer, signed_in, get_page):
    publish_plan(by=officer, plan=priced)
    page = get_page(signed_in(officer), f"/planning/plans/{priced.pk}/board/").content.decode()
    assert "To move a host, start a new version." in page
    assert "can be dragged" not in page
    taken = set(priced.choices.values_list("host_id", flat=True))
    other = next(host.pk for host in hosts if host.pk not in taken)
    cell = f"/planning/plans/{priced.pk}/board/{FIRST}/{other}/"
    assert "start a new version and pin it there" in get_page(signed_in(officer), cell).content.decode()
