"""`yixian archive read`: what it prints and the status it ends with."""

import json

import pytest

from tests.archive.samples import FOLDER, draft_of
from yixian.archive import draft_from_json
from yixian.archive.errors import REFUSALS
from yixian.cli import main


def test_json(capfd):
    """--json prints the draft's JSON and nothing else."""
    assert main(["archive", "read", str(FOLDER / "conflict.txt"), "--json"]) == 0
    printed = capfd.readouterr()
    assert draft_from_json(json.loads(printed.out)) == draft_of("conflict.txt")
    assert printed.err == ""


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("zh", "  参加人数：33 [把握小；33人；文中有几个不同的人数，请核对]"),
        ("en", "  Participants: 33 [low; 33人; The text gives different numbers; please choose]"),
    ],
)
def test_lines(capfd, language, line):
    """Each value stands with its confidence, and its sentence on the line below."""
    assert main(["archive", "read", str(FOLDER / "conflict.txt"), "--lang", language]) == 0
    out = capfd.readouterr().out.splitlines()
    at = out.index(line)
    assert out[at + 1] == "      | 据介绍，当天共有33人参加观摩，其中酉某大厦联合工会主席柏甲春作了发言。"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_refusal(capfd, language):
    """A text that is no report ends with 1 and one sentence."""
    assert main(["archive", "read", str(FOLDER / "weather.txt"), "--lang", language]) == 1
    printed = capfd.readouterr()
    assert (printed.out, printed.err) == ("", REFUSALS["no_meeting"][language] + "\n")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", "无法读取 no/such/file.txt：文件不存在或没有权限。\n"),
        ("en", "Cannot read no/such/file.txt: no such file, or no permission.\n"),
    ],
)
def test_missing_file(capfd, language, sentence):
    """A file that is not there ends with 2 and one sentence."""
    assert main(["archive", "read", "no/such/file.txt", "--lang", language]) == 2
    assert capfd.readouterr() == ("", sentence)
