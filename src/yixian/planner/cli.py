"""`yixian plan …`: solve, check, explain, replan and sample, on files. Exit 0 done, 1 refused, 2 bad input."""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from yixian.planner import files, sentences, show
from yixian.planner.command import DONE, REFUSED, Command, guarded, parsed
from yixian.planner.dates import month_number, months_from
from yixian.planner.files import FileError
from yixian.planner.plan import Plan
from yixian.planner.problem import Level, Month, Problem
from yixian.planner.terms import TERM_BY_CODE

# The order of levels when none is given with --levels: fairness before needs before spread before travel.
DEFAULT_LEVELS = (
    "fairness=volunteers,waiting;needs=needs,relevance;"
    "spread=venue_spread,industry_spread,subdistrict_spread,alike;travel=travel_total,travel_worst;"
    "season=season,weekday"
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Set up the subcommands."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    one = _add(commands, "solve", solve_file, "find the best plan, with its proof")
    one.add_argument("problem", help="problem file, or - for standard input")
    one.add_argument("--out", help="write the plan to this file")
    one.add_argument("--months", type=int, help="plan this many months instead of those in the file")
    one.add_argument(
        "--levels", nargs="?", const=DEFAULT_LEVELS, help="one aim after another: name=term,…:tolerance;…"
    )
    one.add_argument("--seed", help="public seed of the lot between equally good plans")
    one.add_argument("--time-limit", type=float, help="seconds; the gap is stated if that is not enough")
    one.add_argument("--verify", action="store_true", help="let a second solver confirm the optimum")
    two = _add(commands, "check", check_file, "check a plan without a solver")
    two.add_argument("problem")
    two.add_argument("plan")
    three = _add(commands, "explain", explain_file, "say why a plan is as it is")
    three.add_argument("problem")
    three.add_argument("plan")
    three.add_argument("--month", help="only this month, YYYY-MM")
    three.add_argument("--why-not", metavar="HOST", help="id or name of a host that was not chosen")
    four = _add(commands, "replan", replan_file, "mend a plan after a cancellation")
    four.add_argument("problem")
    four.add_argument("plan")
    four.add_argument(
        "--cancel", action="append", required=True, metavar="MONTH", help="YYYY-MM; may be repeated"
    )
    four.add_argument("--today", help="YYYY-MM-DD; meetings before that day stay")
    four.add_argument("--curve", type=int, default=2, help="further changes to price (default: 2)")
    four.add_argument("--out", help="write the new plan to this file")
    five = _add(commands, "sample", sample_file, "write a synthetic problem")
    five.add_argument("--members", type=int, default=42)
    five.add_argument("--months", type=int, default=12)
    five.add_argument("--seed", type=int, default=7)
    five.add_argument("--first", default="2027-01", help="first month, YYYY-MM")


def _add(commands: Any, name: str, run: Command, description: str) -> argparse.ArgumentParser:
    """One subcommand with the options that all have."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=description, description=description)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="language of the text")
    parser.set_defaults(run=guarded(run, "yixian plan"))
    return parser


def solve_file(args: argparse.Namespace) -> int:
    """Solve a problem and print or write the plan."""
    from yixian.planner.solving import solve

    problem = _problem(args.problem)
    if args.months:
        problem = with_months(problem, args.months)
    if args.levels:
        problem = replace(problem, levels=levels_from_text(args.levels))
    if args.seed:
        problem = replace(problem, seed=args.seed)
    plan = solve(problem, time_limit=args.time_limit, verify=args.verify)
    _write(args.out, files.plan_to_json(plan))
    print(files.plan_to_json(plan) if args.json else show.plan_text(problem, plan, args.lang))
    return DONE if plan.choices else REFUSED


def check_file(args: argparse.Namespace) -> int:
    """Check a plan and print what is wrong."""
    from yixian.planner.check import check

    problem, plan = _problem(args.problem), _plan(args.plan)
    found = check(problem, plan)
    if args.json:
        print(
            json.dumps({"sound": not found, "breaches": [asdict(each) for each in found]}, ensure_ascii=False)
        )
    elif found:
        print("\n".join(sentences.breach(problem, each, args.lang) for each in found))
    else:
        print(show.sound_text(plan, args.lang))
    return REFUSED if found else DONE


def explain_file(args: argparse.Namespace) -> int:
    """Explain a plan, a month, or why a host was not chosen."""
    from yixian.planner.solving import explain

    problem, plan = _problem(args.problem), _plan(args.plan)
    _known_month(plan, args.month, "--month")
    host = _host_id(problem, args.why_not) if args.why_not else None
    months = [args.month] if args.month else None
    explanation = explain(problem, plan, months=months, why_not_host=host, runners_up=not args.why_not)
    if args.json:
        print(json.dumps(asdict(explanation), ensure_ascii=False, indent=2))
    else:
        print(show.explanation_text(problem, explanation, args.lang))
    return DONE


def replan_file(args: argparse.Namespace) -> int:
    """Mend a plan after a cancellation."""
    from yixian.planner.replan import replan

    problem, plan = _problem(args.problem), _plan(args.plan)
    for month in args.cancel:
        _known_month(plan, month, "--cancel")
    result = replan(problem, plan, cancel=args.cancel, today=args.today, curve=args.curve)
    _write(args.out, files.plan_to_json(result.plan))
    if args.json:
        curve = [{"changes": step.changes, "objective": step.objective} for step in result.curve]
        data = {"plan": files.plan_data(result.plan), "moved": list(result.moved), "curve": curve}
        print(json.dumps(data, ensure_ascii=False, indent=2))
    else:
        print(show.replan_text(plan, result, args.lang))
    return DONE if result.plan.choices else REFUSED


def sample_file(args: argparse.Namespace) -> int:
    """Write a synthetic problem to standard output."""
    from yixian.planner.sample import sample_problem

    if args.members < 2 or args.months < 1:
        raise FileError(
            "--members, --months", f"{args.members}, {args.months}", "at least 2 members and 1 month"
        )
    _known_month(None, args.first, "--first")
    print(files.problem_to_json(sample_problem(args.members, args.months, args.seed, args.first)), end="")
    return DONE


def with_months(problem: Problem, count: int) -> Problem:
    """The problem with `count` months: cut short, or continued with the last month's attendance."""
    if count < 1:
        raise FileError("--months", str(count), "at least 1")
    last = problem.months[-1]
    more = months_from(last.id, max(0, count - len(problem.months)) + 1)[1:]
    months = problem.months + tuple(Month(month, attendance=last.attendance) for month in more)
    return replace(problem, months=months[:count])


def levels_from_text(text: str) -> tuple[Level, ...]:
    """Levels written 'name=term,term:tolerance;name=…'."""
    levels = []
    for part in text.split(";"):
        name, _, rest = part.partition("=")
        terms, _, tolerance = rest.partition(":")
        codes = tuple(code.strip() for code in terms.split(","))
        unknown = [code for code in codes if code not in TERM_BY_CODE]
        if unknown or not (tolerance or "0").isdigit():
            raise FileError(
                "--levels", repr(part), "name=term,…:points with terms " + ", ".join(TERM_BY_CODE)
            )
        levels.append(Level(name.strip(), codes, int(tolerance or 0)))
    return tuple(levels)


def _problem(path: str) -> Problem:
    """A problem file."""
    return parsed(path, files.problem_from_json)


def _plan(path: str) -> Plan:
    """A plan file."""
    return parsed(path, files.plan_from_json)


def _write(path: str | None, text: str) -> None:
    """Write a file if a path is given."""
    if path:
        Path(path).write_text(text, encoding="utf-8")


def _known_month(plan: Plan | None, month: str | None, option: str) -> None:
    """Raise FileError for a month that is none, or not in the plan."""
    if month is None:
        return
    try:
        month_number(month)
    except ValueError as error:
        raise FileError(option, repr(month), "a month YYYY-MM") from error
    if plan is not None and month not in plan.by_month:
        raise FileError(option, repr(month), "one of " + ", ".join(plan.by_month))


def _host_id(problem: Problem, name: str) -> str:
    """A host's id, given its id or name."""
    for host in problem.hosts:
        if name in (host.id, host.name):
            return host.id
    raise FileError("--why-not", repr(name), "the id or name of a host")
