"""The solver's optimum is the best of all plans, for all terms together and for each alone."""

from dataclasses import replace
from math import ceil

import pytest

from tests.planner.builders import every_plan, fewest_points, tiny
from yixian.planner import engine
from yixian.planner.check import check
from yixian.planner.files import problem_from_json, problem_to_json
from yixian.planner.lottery import ticket
from yixian.planner.model import build
from yixian.planner.optimise import Watch, none_below, points, run_near, total
from yixian.planner.plan import Status
from yixian.planner.problem import Level
from yixian.planner.sample import sample_problem
from yixian.planner.solve import second_opinion, solve
from yixian.planner.terms import TERMS

ALONE = [term.code for term in TERMS]


@pytest.mark.parametrize("seed", range(6))
def test_solve_with_all_terms_finds_the_best_of_all_plans(seed):
    problem = tiny(seed)
    plan = solve(problem, verify=True)
    best = fewest_points(problem)
    if best is None:
        assert plan.status is Status.INFEASIBLE
        return
    assert (plan.status, plan.objective, plan.bound, plan.gap) == (Status.OPTIMAL, best, best, 0.0)
    assert [run.objective for run in plan.solvers] == [best, best]
    assert check(problem, plan) == []


@pytest.mark.parametrize("code", ALONE)
def test_solve_with_one_term_finds_the_least_value(code):
    weights = dict.fromkeys(ALONE, 0) | {code: 1}
    for seed in (1, 2, 3):
        problem = tiny(seed, hosts=4, months=3, weights=weights)
        assert solve(problem).objective == fewest_points(problem)


@pytest.mark.parametrize("seed", (0, 3, 5, 8))
def test_solve_among_equals_draws_the_lowest_tickets(seed):
    problem = tiny(seed, hosts=4, weights=dict.fromkeys(ALONE, 0) | {"venue_spread": 1})
    plan = solve(problem)

    def drawn(each):
        return sum(ticket(problem.seed, choice.host, choice.month) for choice in each.choices)

    plans = list(every_plan(problem))
    best = min(each.objective for each in plans)
    assert plan.drawn
    assert drawn(plan) == min(drawn(each) for each in plans if each.objective == best)


@pytest.mark.parametrize("seed", (0, 3, 5))
def test_solve_by_levels_is_lexicographic_with_tolerance(seed):
    levels = (Level("fairness", ("volunteers", "waiting"), tolerance=10), Level("travel", ("travel_total",)))
    problem = tiny(seed, hosts=4, levels=levels)
    plan = solve(problem)

    def values(each):
        worth = {term.code: term.points for term in each.terms}
        first = worth["volunteers"] + worth["waiting"]
        return first, worth["travel_total"], sum(worth.values()) - first - worth["travel_total"]

    plans = [values(each) for each in every_plan(problem)]
    limit = min(first for first, _, _ in plans) + 10
    travel = min(second for first, second, _ in plans if first <= limit)
    rest = min(third for first, second, third in plans if first <= limit and second <= travel)
    assert plan.status is Status.OPTIMAL
    assert values(plan)[1:] == (travel, rest)
    assert values(plan)[0] <= limit
    assert check(problem, plan) == []


def test_solve_with_a_second_solver_alone_agrees():
    problem = tiny(5)
    plan = solve(problem, verify=True)
    assert [run.name for run in plan.solvers] == [engine.HIGHS, engine.CP_SAT]
    assert {run.status for run in plan.solvers} == {"optimal"}


def test_solve_by_levels_is_confirmed_level_by_level():
    levels = (Level("fairness", ("volunteers", "waiting"), tolerance=10), Level("travel", ("travel_total",)))
    problem = tiny(3, hosts=4, levels=levels)
    plan = solve(problem, verify=True)
    ours, theirs = plan.solvers[:3], plan.solvers[3:]
    assert [run.name for run in theirs] == [engine.CP_SAT] * 3
    assert [(run.status, run.objective) for run in theirs] == [("optimal", run.objective) for run in ours]


def test_second_opinion_ends_with_the_first_level_that_can_be_bettered():
    problem = tiny(3, hosts=4, levels=(Level("travel", ("travel_total",)),))
    first, last = (run.objective for run in solve(problem).solvers)
    opinion = second_opinion(problem, [first + 1, last], Watch())
    assert [(answer.status, answer.objective) for answer in opinion] == [("feasible", first)]


def test_solve_stopped_while_the_second_solver_looks_keeps_the_plan():
    problem, stages = tiny(4), []
    plan = solve(
        problem, verify=True, progress=lambda state: stages.append((state.stage, state.best)),
        stop=lambda: ("verify", fewest_points(problem)) in stages,
    )  # fmt: skip
    assert (plan.status, plan.drawn, plan.objective) == (Status.OPTIMAL, True, fewest_points(problem))


def test_solve_relabelled_hosts_has_the_same_optimum():
    problem = tiny(3)
    names = {host.id: f"other {number}" for number, host in enumerate(reversed(problem.hosts))}
    order = list(reversed(range(len(problem.hosts))))
    relabelled = replace(
        problem,
        hosts=tuple(replace(problem.hosts[place], id=names[problem.hosts[place].id]) for place in order),
        history=tuple(replace(past, host=names[past.host]) for past in problem.history),
        travel=tuple(tuple(problem.travel[one][two] for two in order) for one in order),
    )
    assert solve(relabelled).objective == solve(problem).objective


def test_solve_relabelled_months_has_the_same_optimum():
    # The calendar repeats itself every 400 years.
    problem = tiny(3)
    text = problem_to_json(problem)
    for year in ("2024-", "2025-", "2026-"):
        text = text.replace(year, f"24{year[2:]}")
    later = problem_from_json(text)
    assert [month.id for month in later.months] == ["2426-03", "2426-04", "2426-05", "2426-06"]
    assert solve(later).objective == solve(problem).objective


@pytest.mark.parametrize("seed", range(3))
def test_solve_near_the_relaxed_optimum_is_as_good_as_with_everything_open(seed):
    problem = sample_problem(16, 6, seed)
    plan = solve(problem)
    model = build(problem)
    model.linear.objective = total(points(model), tuple(ALONE))
    assert engine.minimise(model.linear, solver=engine.CP_SAT).objective == plan.objective


@pytest.mark.parametrize("known", [None, 0, 40])
def test_run_near_opens_again_what_was_closed_too_soon(known):
    problem = tiny(3)
    model = build(problem)
    objective = total(points(model), tuple(ALONE))
    best = fewest_points(problem)
    answer = run_near(model, objective, Watch(), "points", None if known is None else best + known)
    assert (answer.status, answer.objective) == ("optimal", best)


def test_run_near_searches_only_where_the_relaxed_value_leaves_room():
    problem = tiny(3)
    model = build(problem)
    objective = total(points(model), tuple(ALONE))
    model.linear.objective = objective
    least = ceil(engine.relaxed(model.linear)[0] - 0.001)
    reached = run_near(model, objective, Watch(), "points", least)
    assert (reached.status, reached.values, reached.objective, reached.bound) == (
        "optimal",
        None,
        least,
        least,
    )
    assert run_near(model, objective, Watch(), "points", fewest_points(problem) + 1).values is not None


@pytest.mark.parametrize(("more", "status"), [(0, "optimal"), (1, "feasible")])
def test_none_below_proves_the_best_and_betters_what_is_not(more, status):
    problem = tiny(3)
    model = build(problem)
    best = fewest_points(problem)
    answer = none_below(model, total(points(model), tuple(ALONE)), best + more, Watch())
    assert (answer.solver, answer.status, answer.objective) == (engine.CP_SAT, status, best)


def test_solve_verified_by_a_second_solver_tells_the_same_value_twice():
    problem = tiny(4)
    first, second = solve(problem, verify=True).solvers
    assert (first.objective, first.bound) == (second.objective, second.bound) == (fewest_points(problem),) * 2
    assert (second.name, second.status) == (engine.CP_SAT, "optimal")


def test_solve_with_a_dominated_host_is_unchanged():
    problem = tiny(5)
    useless = replace(
        problem.hosts[0], id="useless", can_host=False, needs=(), strengths=(), industry="", venue_kind=""
    )
    far = tuple(0 for _ in problem.hosts)
    wider = replace(
        problem,
        hosts=(*problem.hosts, useless),
        travel=(*((*row, 999) for row in problem.travel), (*far, 0)),
    )
    assert solve(wider).objective == solve(problem).objective
