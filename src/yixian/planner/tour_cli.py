"""`yixian tour solve|check|sample`: rotations on files. Exit 0 done, 1 refused, 2 bad input."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from yixian.planner.command import DONE, REFUSED, Command, guarded, parsed
from yixian.planner.files import FileError
from yixian.planner.tour import files
from yixian.planner.tour.check import TourBreach, check, overload
from yixian.planner.tour.problem import Rotation, Tour

SAYS = {
    "once": "the group does not visit the station exactly once",
    "minutes": "the visit is shorter than the station asks for",
    "walk": "the group cannot be there that early",
    "window": "the station is closed",
    "quiet": "the station is not to be disturbed",
    "capacity": "more groups than the station takes",
    "makespan": "the last group is back at another minute",
    "waiting": "the minutes waited are others",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Set up the subcommands."""
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    one = _add(commands, "solve", solve_file, "find the rotation that is over earliest, then waits least")
    one.add_argument("problem", help="tour file, or - for standard input")
    one.add_argument("--out", help="write the rotation to this file")
    one.add_argument("--time-limit", type=float, help="seconds; status is feasible if that is not enough")
    two = _add(commands, "check", check_file, "check a rotation without a solver")
    two.add_argument("problem")
    two.add_argument("rotation")
    three = _add(commands, "sample", sample_file, "write a synthetic tour")
    three.add_argument("--groups", type=int, default=7)
    three.add_argument("--stations", type=int, default=8)
    three.add_argument("--seed", type=int, default=7)


def _add(commands: Any, name: str, run: Command, description: str) -> argparse.ArgumentParser:
    """One subcommand with the option that all have."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=description, description=description)
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.set_defaults(run=guarded(run, "yixian tour"))
    return parser


def solve_file(args: argparse.Namespace) -> int:
    """Solve a tour and print or write the rotation."""
    from yixian.planner.tour.solve import solve

    tour = parsed(args.problem, files.tour_from_json)
    rotation = solve(tour, time_limit=args.time_limit)
    if args.out:
        Path(args.out).write_text(files.rotation_to_json(rotation), encoding="utf-8")
    print(files.rotation_to_json(rotation) if args.json else text(tour, rotation))
    return DONE if rotation.visits else REFUSED


def check_file(args: argparse.Namespace) -> int:
    """Check a rotation and print what is wrong."""
    tour = parsed(args.problem, files.tour_from_json)
    found = check(tour, parsed(args.rotation, files.rotation_from_json))
    if args.json:
        print(json.dumps({"sound": not found, "breaches": [asdict(each) for each in found]}))
    else:
        print("\n".join(map(_breach, found)) or "Sound: every rule holds and the figures are right.")
    return REFUSED if found else DONE


def sample_file(args: argparse.Namespace) -> int:
    """Write a synthetic tour to standard output."""
    from yixian.planner.tour.sample import sample_tour

    if args.groups < 1 or args.stations < 1:
        raise FileError("--groups, --stations", f"{args.groups}, {args.stations}", "at least 1 each")
    print(files.tour_to_json(sample_tour(args.groups, args.stations, args.seed)), end="")
    return DONE


def text(tour: Tour, rotation: Rotation) -> str:
    """One line per group, then the proof; or which stations are asked for too much."""
    if not rotation.visits:
        full = [
            f"{each.station} needs {each.needed} minutes for all groups, {each.open} are open"
            for each in overload(tour)
        ]
        return "\n".join(full) or f"No rotation was found ({rotation.status})."
    lines = []
    for group in tour.groups:
        visits = (
            f"{each.station} {_clock(each.start)}–{_clock(each.end)}" for each in rotation.of_group(group)
        )
        lines.append(f"{group}: " + ", ".join(visits))
    proof = "proven least" if rotation.proven else f"not proven; at least {rotation.bound}"
    lines.append(f"Back after {rotation.makespan} minutes, {rotation.waiting} minutes waited ({proof}).")
    return "\n".join(lines)


def _clock(minute: int) -> str:
    """Minutes from the beginning as hours and minutes."""
    return f"{minute // 60}:{minute % 60:02d}"


def _breach(found: TourBreach) -> str:
    """One rule broken, with where and when."""
    where = " · ".join(part for part in (found.group, found.station, _clock(found.minute)) if part)
    return f"{where}: {SAYS[found.rule]}"
