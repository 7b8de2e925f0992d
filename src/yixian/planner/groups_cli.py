"""`yixian groups solve`: groups for meetings, from a file or from three numbers. Exit 0 done, 2 bad input."""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from yixian.planner.files import FileError
from yixian.planner.groups.files import group_plan_data, group_problem_from_json
from yixian.planner.groups.problem import GroupPlan, GroupProblem

DONE, BAD_INPUT = 0, 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Set up the subcommand."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    description = "put people into groups so that everyone meets everyone"
    one = commands.add_parser("solve", help=description, description=description)
    one.add_argument("problem", nargs="?", help="problem file, or - for standard input")
    one.add_argument("--people", type=int, help="without a file: number of people")
    one.add_argument("--groups", type=int, help="without a file: number of groups")
    one.add_argument("--rounds", type=int, help="number of meetings")
    one.add_argument("--mixed", action="store_true", help="a meeting may have another number of groups")
    one.add_argument("--json", action="store_true", help="print JSON")
    one.set_defaults(run=solve_groups)


def solve_groups(args: argparse.Namespace) -> int:
    """Solve and print; bad input is told in one sentence."""
    from yixian.planner.groups.solve import solve

    try:
        problem = _problem(args)
    except FileError as error:
        print(f"yixian groups: {error}", file=sys.stderr)
        return BAD_INPUT
    except OSError as error:
        print(f"yixian groups: {error.filename}: {error.strerror}", file=sys.stderr)
        return BAD_INPUT
    plan = solve(problem)
    print(
        json.dumps(_data(plan, numbered=args.problem is None), ensure_ascii=False)
        if args.json
        else text(plan)
    )
    return DONE


def _problem(args: argparse.Namespace) -> GroupProblem:
    """The file's problem, or one of numbered people."""
    if args.problem is not None:
        found = sys.stdin.read() if args.problem == "-" else Path(args.problem).read_text(encoding="utf-8")
        return group_problem_from_json(found)
    if (
        args.people is None
        or args.groups is None
        or not 1 <= args.groups <= args.people
        or (args.rounds or 1) < 1
    ):
        given = f"{args.people}, {args.groups}, {args.rounds}"
        raise FileError(
            "--people, --groups, --rounds",
            given,
            "a file, or numbers with 1 ≤ groups ≤ people and rounds ≥ 1",
        )
    people = tuple(str(number) for number in range(1, args.people + 1))
    return GroupProblem(people, args.groups, args.rounds or 1, mixed=args.mixed)


def _data(plan: GroupPlan, *, numbered: bool) -> dict[str, Any]:
    """The plan as data; numbered people are printed as numbers."""
    data = group_plan_data(plan)
    if numbered:
        data["rounds"] = [[[int(person) for person in group] for group in each] for each in plan.rounds]
    return data


def text(plan: GroupPlan) -> str:
    """One line per group, then the figures."""
    lines = []
    for place, each in enumerate(plan.rounds, start=1):
        lines.append(f"Round {place}")
        lines += ["  " + " · ".join(group) for group in each]
    least = "the fewest possible" if plan.proven else f"at least {plan.least_repeats}"
    lines.append(f"{plan.pairs_met} of {plan.pairs} pairs met; repeats: {plan.repeats} ({least})")
    lines.append(f"no pair met more than {plan.most_meetings} times" if plan.most_meetings else "")
    return "\n".join(lines).rstrip()
