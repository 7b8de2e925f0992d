"""`yixian plan …` on files: what it prints and how it ends."""

import argparse
import json

import pytest

from yixian.cli import main
from yixian.planner.cli import configure


def plan(*words, capsys):
    """Run a subcommand and return its status and both outputs."""
    parser = argparse.ArgumentParser()
    configure(parser)
    args = parser.parse_args([str(word) for word in words])
    status = args.run(args)
    out, err = capsys.readouterr()
    return status, out, err


@pytest.fixture
def files(tmp_path, capsys):
    """A sample problem and its plan as files."""
    problem, solved = tmp_path / "problem.json", tmp_path / "plan.json"
    problem.write_text(
        plan("sample", "--members", 12, "--months", 4, "--seed", 3, capsys=capsys)[1], encoding="utf-8"
    )
    assert plan("solve", problem, "--out", solved, capsys=capsys)[0] == 0
    return problem, solved


def test_solve_as_json_states_the_proof(files, capsys):
    status, out, _ = plan("solve", files[0], "--json", "--verify", capsys=capsys)
    data = json.loads(out)
    assert (status, data["status"], data["gap"], data["objective"]) == (0, "optimal", 0.0, data["bound"])
    assert [run["name"] for run in data["solvers"]] == ["HiGHS", "CP-SAT"]
    assert set(data["versions"]) == {"ortools"}
    assert sum(term["points"] for term in data["terms"]) == data["objective"]


def test_check_of_a_sound_plan_ends_with_0(files, capsys):
    assert plan("check", *files, "--json", capsys=capsys)[:2] == (0, '{"sound": true, "breaches": []}\n')
    assert plan("check", *files, capsys=capsys)[1].startswith("Sound: every rule holds")


def test_check_of_a_broken_plan_ends_with_1(files, capsys):
    text = files[1].read_text(encoding="utf-8")
    day = json.loads(text)["choices"][0]["day"]
    files[1].write_text(text.replace(day, "2027-01-03"), encoding="utf-8")
    status, out, _ = plan("check", *files, "--json", capsys=capsys)
    found = {breach["rule"] for breach in json.loads(out)["breaches"]}
    assert (status, "working_day" in found) == (1, True)


def test_solve_without_a_plan_ends_with_1_and_says_why(files, capsys):
    data = json.loads(files[0].read_text(encoding="utf-8"))
    data["months"][1]["attendance"] = 9999
    files[0].write_text(json.dumps(data), encoding="utf-8")
    status, out, _ = plan("solve", files[0], "--lang", "zh", capsys=capsys)
    assert status == 1
    assert out.startswith(
        "以下要求无法同时满足：每月举办一次例会（2027年2月）；场地容得下预计人数（2027年2月）。"
    )


def test_bad_input_ends_with_2_and_names_the_place(files, tmp_path, capsys):
    status, out, err = plan("check", files[1], files[1], capsys=capsys)
    assert (status, out) == (2, "")
    assert err.startswith(f"yixian plan: {files[1]}: $: found no hosts, months, expected properties")
    status, _, err = plan("solve", tmp_path / "missing.json", capsys=capsys)
    assert (status, err.endswith("No such file or directory\n")) == (2, True)
    assert plan("explain", *files, "--month", "2030-01", capsys=capsys)[0] == 2
    assert plan("explain", *files, "--why-not", "nobody", "--json", capsys=capsys)[0] == 2
    assert plan("solve", files[0], "--levels", "a=b", capsys=capsys)[0] == 2
    assert plan("sample", "--first", "x", capsys=capsys)[0] == 2


def test_explain_gives_reasons_in_both_languages(files, capsys):
    status, out, _ = plan("explain", *files, "--month", "2027-02", "--lang", "zh", capsys=capsys)
    assert (status, out.startswith("2027-02-")) == (0, True)
    assert "2027 年放假安排未导入，目前只避开了周末。" in out
    data = json.loads(plan("explain", *files, "--month", "2027-02", "--json", capsys=capsys)[1])
    assert [month["choice"]["month"] for month in data["months"]] == ["2027-02"]


def test_explain_why_not_answers_for_each_month(files, capsys):
    chosen = {choice["host"] for choice in json.loads(files[1].read_text(encoding="utf-8"))["choices"]}
    other = next(f"m{number:03d}" for number in range(1, 13) if f"m{number:03d}" not in chosen)
    status, out, _ = plan("explain", *files, "--why-not", other, capsys=capsys)
    assert (status, len(out.splitlines())) == (0, 4)


def test_replan_writes_the_new_plan(files, tmp_path, capsys):
    new = tmp_path / "new.json"
    status, out, _ = plan("replan", *files, "--cancel", "2027-03", "--out", new, "--json", capsys=capsys)
    data = json.loads(out)
    assert (status, "2027-03" in data["moved"]) == (0, True)
    assert json.loads(new.read_text(encoding="utf-8"))["choices"] == data["plan"]["choices"]


def test_solve_with_months_levels_and_seed(files, capsys):
    words = ("--months", 6, "--levels", "first=volunteers:5", "--seed", "2027", "--json")
    data = json.loads(plan("solve", files[0], *words, capsys=capsys)[1])
    assert (data["status"], len(data["choices"]), data["seed"]) == ("optimal", 6, "2027")
    assert len(data["level_values"]) == 2


@pytest.mark.parametrize("command", [("plan", "solve"), ("tour", "solve"), ("groups", "solve")])
def test_a_file_that_is_not_text_is_told_by_every_command(command, tmp_path, capsys):
    wrong = tmp_path / "wrong.json"
    wrong.write_bytes("示例".encode("gbk"))
    assert main([*command, str(wrong)]) == 2
    assert (
        f"yixian {command[0]}: {wrong}: byte 2: found 0xc0, expected text in UTF-8" in capsys.readouterr().err
    )
