"""Files are read back as they were written, and faults are told by path, found and expected."""

import json
from dataclasses import fields, replace

import pytest

from tests.planner.builders import simple, tiny
from yixian.planner.files import (
    FileError,
    plan_from_json,
    plan_to_json,
    problem_from_json,
    problem_to_json,
    schema_of,
)
from yixian.planner.problem import Choice, Host, Level, Month, Settings
from yixian.planner.sample import sample_problem
from yixian.planner.solve import solve


def test_problem_written_and_read_is_the_same():
    problem = replace(
        tiny(3), weights={"needs": 3}, levels=(Level("fairness", ("waiting",), 5),), title="小例子"
    )
    assert problem_from_json(problem_to_json(problem)) == problem


@pytest.mark.parametrize("problem", [tiny(3), simple(hosts=2)])
def test_plan_written_and_read_is_the_same(problem):
    plan = solve(problem, verify=True)
    assert plan_from_json(plan_to_json(plan)) == plan


def test_schema_names_every_field():
    schema = schema_of("problem-1")
    for name, kind in (("host", Host), ("month_entry", Month), ("settings", Settings), ("choice", Choice)):
        assert set(schema["$defs"][name]["properties"]) == {each.name for each in fields(kind)}


def data(**changes):
    return json.loads(problem_to_json(replace(tiny(3), levels=(), title="t"))) | changes


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"version": 2}, ("$.version", "2", "1")),
        ({"hosts": []}, ("$.hosts", "[]", "at least 1 entries")),
        ({"settings": {"min_gap_days": "14"}}, ("$.settings.min_gap_days", '"14"', "integer")),
        ({"settings": {"min_gap_days": -1}}, ("$.settings.min_gap_days", "-1", "at least 0")),
        (
            {"levels": [{"name": "a", "terms": ["x"]}]},
            (
                "$.levels[0].terms[0]",
                "'x'",
                "one of volunteers, waiting, needs, relevance, venue_spread, industry_spread, subdistrict_spread, "
                "alike, travel_total, travel_worst, season, weekday",
            ),
        ),
        ({"travel": [[0]]}, ("$.travel", "1 rows", "5 rows, one for each host")),
        ({"hosts": [{"id": "a"}, {"id": "a"}], "travel": [], "history": []},
         ("$.hosts[1]", "'a' again", "each only once (first at $.hosts[0])")),
        ({"hosts": [{"id": "a", "colour": "red"}]},
         ("$.hosts[0]", "unknown colour", "only " + ", ".join(schema_of("problem-1")["$defs"]["host"]["properties"]))),
        ({"months": [{"id": "2026-05"}, {"id": "2026-04"}]}, ("$.months[1].id", "2026-04", "a month after 2026-05")),
        ({"months": [{"id": "2026-04", "pinned_host": "zz"}]},
         ("$.months[0].pinned_host", "'zz'", "the id of a host")),
        ({"months": [{"id": "2026-04", "pinned_day": "2026-05-04"}]},
         ("$.months[0].pinned_day", "2026-05-04", "a day in 2026-04")),
        ({"days": [{"date": "2026-02-30", "kind": "workday"}]},
         ("$.days[0].date", "2026-02-30", "a date that exists")),
        ({"months": [{"id": "2026-13"}]}, ("$.months[0].id", '"2026-13"', "a month YYYY-MM")),
        ({"days": [{"date": "1 May", "kind": "workday"}]}, ("$.days[0].date", '"1 May"', "a day YYYY-MM-DD")),
        ({"history": [{"month": "2026-09", "host": "h0", "day": "2026-09-01"}]},
         ("$.history[0].month", "2026-09", "a month before 2026-03")),
    ],
)  # fmt: skip
def test_problem_with_a_fault_is_told_by_path_found_and_expected(change, expected):
    with pytest.raises(FileError) as caught:
        problem_from_json(json.dumps(data(**change)))
    error = caught.value
    assert (error.path, error.found, error.expected) == expected


def test_file_that_is_no_json_names_the_place():
    with pytest.raises(FileError) as caught:
        problem_from_json('{"format": }')
    assert (caught.value.path, caught.value.expected) == ("line 1, column 12", "JSON")


def test_sample_is_the_same_every_time_and_can_be_solved():
    assert sample_problem(20, 6, 3) == sample_problem(20, 6, 3)
    assert sample_problem(20, 6, 3) != sample_problem(20, 6, 4)
    assert solve(sample_problem(20, 6, 3)).proven
