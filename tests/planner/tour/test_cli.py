"""`yixian tour` on files: what it prints, how it ends, and which faults of a file it names."""

import argparse
import json

import pytest

from yixian.planner.files import FileError, schema_of
from yixian.planner.tour.files import rotation_from_json, rotation_to_json, tour_from_json, tour_to_json
from yixian.planner.tour.problem import Station, Tour
from yixian.planner.tour.sample import sample_tour
from yixian.planner.tour.solve import solve
from yixian.planner.tour_cli import configure

TOUR = Tour(
    ("g", "h"),
    (Station("a", 5, quiet=((20, 25),)), Station("b", 3, closes=40)),
    ((0, 2), (2, 0)),
    (1, 1),
    (1, 1),
    60,
)


def tour(*words, capsys):
    parser = argparse.ArgumentParser()
    configure(parser)
    args = parser.parse_args([str(word) for word in words])
    return args.run(args), *capsys.readouterr()


@pytest.fixture
def files(tmp_path, capsys):
    problem, rotation = tmp_path / "tour.json", tmp_path / "rotation.json"
    problem.write_text(tour_to_json(TOUR), encoding="utf-8")
    assert tour("solve", problem, "--out", rotation, capsys=capsys)[0] == 0
    return problem, rotation


def test_solve_prints_the_timetable_with_its_proof(files, capsys):
    status, out, _ = tour("solve", files[0], capsys=capsys)
    *groups, last = out.splitlines()
    assert (status, [line[:3] for line in groups]) == (0, ["g: ", "h: "])
    assert last == "Back after 12 minutes, 0 minutes waited (proven least)."


def test_solve_as_json_prints_the_rotation(files, capsys):
    status, out, _ = tour("solve", files[0], "--json", capsys=capsys)
    data = json.loads(out)
    assert (status, data["status"], data["makespan"], data["bound"], data["waiting"]) == (
        0,
        "optimal",
        12,
        12,
        0,
    )


def test_check_of_a_sound_rotation_ends_with_0(files, capsys):
    assert tour("check", *files, "--json", capsys=capsys)[:2] == (0, '{"sound": true, "breaches": []}\n')


def test_check_of_a_broken_rotation_ends_with_1(files, capsys):
    data = json.loads(files[1].read_text(encoding="utf-8"))
    data["makespan"] = 13
    files[1].write_text(json.dumps(data), encoding="utf-8")
    assert tour("check", *files, capsys=capsys)[:2] == (1, "0:12: the last group is back at another minute\n")


def test_solve_of_an_overloaded_tour_ends_with_1_and_says_why(tmp_path, capsys):
    path = tmp_path / "tour.json"
    path.write_text(tour_to_json(Tour(("g", "h"), (Station("a", 5, closes=9),))), encoding="utf-8")
    assert tour("solve", path, capsys=capsys)[:2] == (1, "a needs 10 minutes for all groups, 5 are open\n")


def test_sample_is_a_tour_file(capsys):
    out = tour("sample", "--groups", 3, "--stations", 4, "--seed", 1, capsys=capsys)[1]
    assert tour_from_json(out) == sample_tour(3, 4, 1)


@pytest.mark.parametrize("words", [("solve", "nowhere.json"), ("sample", "--groups", 0)])
def test_bad_input_ends_with_2(words, capsys):
    status, out, err = tour(*words, capsys=capsys)
    assert (status, out, err.startswith("yixian tour: ")) == (2, "", True)


def test_files_are_read_back_as_written():
    assert tour_from_json(tour_to_json(TOUR)) == TOUR
    rotation = solve(TOUR)
    assert rotation_from_json(rotation_to_json(rotation)) == rotation


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"groups": ["g", "g"]}, ("$.groups[1]", "'g'", "each name only once")),
        ({"from_start": [1]}, ("$.from_start", "1 entries", "2, one for each station")),
        ({"walking": [[0], [2, 0]]}, ("$.walking[0]", "1 entries", "2, one for each station")),
        ({"latest": 0}, ("$.latest", "0", "at least 1")),
        (
            {"stations": [{"id": "a", "minutes": 5}, {"id": "b", "minutes": 3, "quiet": [[9, 4]]}]},
            ("$.stations[1].quiet[0]", "9 to 4", "an end after its beginning"),
        ),
    ],
)
def test_file_with_a_fault_names_path_found_and_expected(change, fault):
    data = json.loads(tour_to_json(TOUR)) | change
    with pytest.raises(FileError) as caught:
        tour_from_json(json.dumps(data))
    assert (caught.value.path, caught.value.found, caught.value.expected) == fault


def test_examples_of_the_schemas_can_be_read():
    for example in schema_of("tour-problem-1")["examples"]:
        assert len(tour_from_json(json.dumps(example)).stations) == 2
    for example in schema_of("tour-plan-1")["examples"]:
        assert rotation_from_json(json.dumps(example)).proven
