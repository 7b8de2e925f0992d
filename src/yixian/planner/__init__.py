"""The year plan: which member hosts the meeting of which month, on which working day. Pure: no Django.

The data is here; the functions are in `yixian.planner.solving`, so that a page that only shows a plan loads none.

    solve(problem, *, progress=None, stop=None, time_limit=None, verify=False) -> Plan
        The best plan, proven (`plan.proven`, objective == bound), ties drawn by the public seed.
        progress: called with a Progress now and then; stop: asked now and then, True ends the solve;
        time_limit: seconds, after which status is FEASIBLE with a gap, never silently; verify: let a second
        solver confirm. No plan possible: status INFEASIBLE with `core` (rules that cannot all hold) and `repairs`.
    check(problem, plan) -> list[Breach]
        Every hard rule broken and every figure stated wrongly, found without a solver; empty means sound.
    explain(problem, plan, *, months=None, why_not_host=None, runners_up=True) -> Explanation
        Reasons per choice as data. runners_up=False needs no solver and is instant;
        why_not_host="host id" adds what it would cost to have that host in each of `months`.
    replan(problem, plan, *, cancel, today=None, curve=0) -> Replan
        After a cancellation: fewest changed months first, then quality; with the curve of changes against quality.
    regrets(problem, plan, *, progress=None, stop=None) -> Regrets
        What each host in each month would cost.
    fairness(problem, plan) -> Fairness
        Shares, waits, travel and exposure of each member.
    problem_from_json(text) / problem_to_json(problem), plan_from_json(text) / plan_to_json(plan)
        Versioned files (in `yixian.planner.files`); a wrong file raises FileError with path, found, expected.
    sentence(reason, lang="en" | "zh") and relatives in `yixian.planner.sentences` put data into words.

Host ids are opaque strings; months are 'YYYY-MM'; days are ISO dates. Importing either loads no solver.
"""

from yixian.planner.explanation import Alternative, Explanation, MonthReasons, Price, Reason
from yixian.planner.plan import Breach, Conflict, Plan, Progress, Repair, SolverRun, Status, TermValue
from yixian.planner.problem import Choice, Day, DayKind, Host, Level, Month, Problem, Settings

__all__ = [
    "Alternative",
    "Breach",
    "Choice",
    "Conflict",
    "Day",
    "DayKind",
    "Explanation",
    "Host",
    "Level",
    "Month",
    "MonthReasons",
    "Plan",
    "Price",
    "Problem",
    "Progress",
    "Reason",
    "Repair",
    "Settings",
    "SolverRun",
    "Status",
    "TermValue",
]
