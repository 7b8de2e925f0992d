"""`yixian groups solve` from numbers and from files."""

import argparse
import json

import pytest

from yixian.planner.files import FileError
from yixian.planner.groups.files import (
    group_plan_data,
    group_plan_from_json,
    group_problem_from_json,
    group_problem_to_json,
)
from yixian.planner.groups.problem import GroupProblem
from yixian.planner.groups.solve import solve
from yixian.planner.groups_cli import configure

PROBLEM = GroupProblem(
    ("a", "b", "c", "d"),
    2,
    2,
    past=((("a", "b"), ("c", "d")),),
    apart=(("a", "c"),),
    matches=(("a", "d"),),
    matching=3,
)


def groups(*words, capsys):
    parser = argparse.ArgumentParser()
    configure(parser)
    args = parser.parse_args([*map(str, words)] if words[0] == "report" else ["solve", *map(str, words)])
    return args.run(args), *capsys.readouterr()


def test_bare_form_prints_numbered_people(capsys):
    status, out, _ = groups("--people", 42, "--groups", 7, "--rounds", 12, "--json", capsys=capsys)
    data = json.loads(out)
    assert (status, data["repeats"], data["pairs_met"]) == (0, 399, 861)
    assert [sorted(person for group in each for person in group) for each in data["rounds"]] == [
        list(range(1, 43))
    ] * 12


def test_file_form_prints_text(tmp_path, capsys):
    path = tmp_path / "problem.json"
    path.write_text(group_problem_to_json(PROBLEM), encoding="utf-8")
    status, out, _ = groups(path, capsys=capsys)
    assert status == 0
    assert out.startswith("Round 1\n  ")


@pytest.mark.parametrize(
    "words",
    [("--people", 3), ("--people", 3, "--groups", 4), ("nowhere.json",), ("--people", 3, "--groups", 0)],
)
def test_bad_input_ends_with_2(words, capsys):
    status, out, err = groups(*words, capsys=capsys)
    assert (status, out, err.startswith("yixian groups: ")) == (2, "", True)


def test_files_are_read_back_as_written():
    assert group_problem_from_json(group_problem_to_json(PROBLEM)) == PROBLEM
    plan = solve(PROBLEM)
    assert group_plan_from_json(json.dumps(group_plan_data(plan))) == plan


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"people": ["a", "a"]}, "$.people[1]"),
        ({"groups": 9}, "$.groups"),
        ({"leaders": ["a", "b", "c"]}, "$.leaders"),
        ({"leaders": ["z"]}, "$.leaders[0]"),
        ({"apart": [["a", "b"], ["a", "z"]]}, "$.apart[1][1]"),
        ({"together": [["z", "b"]]}, "$.together[0][0]"),
    ],
)
def test_file_with_a_fault_names_the_place(change, path):
    data = json.loads(group_problem_to_json(PROBLEM)) | change
    with pytest.raises(FileError) as caught:
        group_problem_from_json(json.dumps(data))
    assert caught.value.path == path


@pytest.fixture
def problem_file(tmp_path):
    path = tmp_path / "problem.json"
    path.write_text(group_problem_to_json(PROBLEM), encoding="utf-8")
    return path


def test_report_tells_of_past_meetings(problem_file, capsys):
    assert groups("report", problem_file, capsys=capsys) == (
        0,
        "2 of 6 pairs met (33.3%)\nmost often: a and b: 1\nfewest others met: 1 (a, b, c, d)\n",
        "",
    )


def test_report_counts_a_plan_too(problem_file, tmp_path, capsys):
    plan = tmp_path / "plan.json"
    data = group_plan_data(solve(PROBLEM)) | {"rounds": [[["a", "b"], ["c", "d"]], [["a", "d"], ["b", "c"]]]}
    plan.write_text(json.dumps(data), encoding="utf-8")
    _, out, _ = groups("report", problem_file, plan, "--json", capsys=capsys)
    found = json.loads(out)
    assert (found["pairs_met"], found["most"], found["most_times"]) == (4, ["a", "b"], 2)


def test_wrong_file_with_json_names_path_found_and_expected(problem_file, capsys):
    problem_file.write_text(problem_file.read_text(encoding="utf-8").replace('"groups": 2', '"groups": 9'))
    status, out, _ = groups(problem_file, "--json", capsys=capsys)
    assert (status, json.loads(out)) == (
        2,
        {
            "file": str(problem_file),
            "path": "$.groups",
            "found": "9",
            "expected": "at most 4, the number of people",
        },
    )
