"""`yixian groups solve|report`: groups for meetings, from files or three numbers. Exit 0 done, 2 bad input."""

import argparse
import json
from dataclasses import asdict
from typing import Any

from yixian.planner.command import DONE, guarded, parsed
from yixian.planner.files import FileError
from yixian.planner.groups.files import group_plan_data, group_plan_from_json, group_problem_from_json
from yixian.planner.groups.problem import GroupPlan, GroupProblem
from yixian.planner.groups.report import YearReport, year_report


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
    one.set_defaults(run=guarded(solve_groups, "yixian groups"))
    description = "tell of the year: pairs met, the pair met most often, who has met fewest"
    two = commands.add_parser("report", help=description, description=description)
    two.add_argument("problem", help="problem file with past meetings, or - for standard input")
    two.add_argument("plan", nargs="?", help="a plan whose meetings count too")
    two.add_argument("--json", action="store_true", help="print JSON")
    two.set_defaults(run=guarded(report_groups, "yixian groups"))


def report_groups(args: argparse.Namespace) -> int:
    """Print what the past meetings, and those of a plan, come to."""
    problem = parsed(args.problem, group_problem_from_json)
    planned = parsed(args.plan, group_plan_from_json).rounds if args.plan else ()
    report = year_report(problem.people, [*problem.past, *planned])
    print(json.dumps(asdict(report), ensure_ascii=False) if args.json else report_text(report))
    return DONE


def solve_groups(args: argparse.Namespace) -> int:
    """Solve and print."""
    from yixian.planner.groups.solve import solve

    problem = _problem(args)
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
        return parsed(args.problem, group_problem_from_json)
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


def report_text(report: YearReport) -> str:
    """The year in three lines."""
    lines = [f"{report.pairs_met} of {report.pairs} pairs met ({report.share:.1%})"]
    if report.most:
        lines.append(f"most often: {report.most[0]} and {report.most[1]}: {report.most_times}")
    fewest = report.met[0][1]
    names = ", ".join(person for person, count in report.met if count == fewest)
    lines.append(f"fewest others met: {fewest} ({names})")
    return "\n".join(lines)
