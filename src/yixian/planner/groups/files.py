"""Group problems and plans as versioned JSON files."""

import json
from typing import Any

from yixian.planner.files import FileError, read_json
from yixian.planner.groups.problem import GroupPlan, GroupProblem, Round

Data = dict[str, Any]
UNKNOWN = "one of the people, or of a past round"


def group_problem_from_json(text: str) -> GroupProblem:
    """A problem read and validated; raises FileError with path, found, expected."""
    data = read_json(text, "groups-problem-1")
    problem = GroupProblem(
        people=tuple(data["people"]),
        groups=data["groups"],
        past=tuple(_round(each) for each in data.get("past", ())),
        leaders=tuple(data.get("leaders", ())),
        together=tuple(tuple(group) for group in data.get("together", ())),
        apart=tuple((one, two) for one, two in data.get("apart", ())),
        matches=tuple((one, two) for one, two in data.get("matches", ())),
        **{name: data[name] for name in ("rounds", "matching", "mixed", "seed") if name in data},
    )
    _validate(problem)
    return problem


def group_problem_to_json(problem: GroupProblem) -> str:
    """The problem's file."""
    data: Data = {
        "format": "yixian-groups-problem",
        "version": 1,
        "people": list(problem.people),
        "groups": problem.groups,
        "rounds": problem.rounds,
        "past": problem.past,
        "leaders": problem.leaders,
        "together": problem.together,
        "apart": problem.apart,
        "matches": problem.matches,
        "matching": problem.matching,
        "mixed": problem.mixed,
        "seed": problem.seed,
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def group_plan_data(plan: GroupPlan) -> Data:
    """The plan as plain data, as it stands in its file."""
    return {
        "format": "yixian-groups-plan",
        "version": 1,
        "rounds": [[list(group) for group in each] for each in plan.rounds],
        "repeats": plan.repeats,
        "pairs_met": plan.pairs_met,
        "pairs": plan.pairs,
        "most_meetings": plan.most_meetings,
        "least_repeats": plan.least_repeats,
        "matched": plan.matched,
    }


def group_plan_from_json(text: str) -> GroupPlan:
    """A plan read and validated by its schema."""
    data = read_json(text, "groups-plan-1")
    numbers = ("repeats", "pairs_met", "pairs", "most_meetings", "least_repeats", "matched")
    return GroupPlan(tuple(_round(each) for each in data["rounds"]), **{name: data[name] for name in numbers})


def _round(data: list[list[str]]) -> Round:
    """A round of groups."""
    return tuple(tuple(group) for group in data)


def _validate(problem: GroupProblem) -> None:
    """Raises FileError for people named twice or unknown, and for more groups than people."""
    people = problem.people
    for place, person in enumerate(people):
        if person in people[:place]:
            raise FileError(f"$.people[{place}]", repr(person), "each person only once")
    _validate_names(problem)
    if problem.groups > len(people):
        raise FileError("$.groups", str(problem.groups), f"at most {len(people)}, the number of people")
    if len(problem.leaders) > problem.groups:
        raise FileError(
            "$.leaders", f"{len(problem.leaders)} leaders", f"at most {problem.groups}, one for each group"
        )


def _validate_names(problem: GroupProblem) -> None:
    """Raises FileError for a wish about somebody who is neither here nor was at a past meeting."""
    known = {*problem.people, *(person for each in problem.past for group in each for person in group)}
    for place, person in enumerate(problem.leaders):
        if person not in known:
            raise FileError(f"$.leaders[{place}]", repr(person), UNKNOWN)
    wishes = {"together": problem.together, "apart": problem.apart, "matches": problem.matches}
    for name, lists in wishes.items():
        for place, listed in enumerate(lists):
            for at, person in enumerate(listed):
                if person not in known:
                    raise FileError(f"$.{name}[{place}][{at}]", repr(person), UNKNOWN)
