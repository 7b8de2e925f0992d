"""The `yixian` command imports only what it is asked for, and answers in plain words."""

import subprocess
import sys

import pytest

from yixian import __version__
from yixian.cli import COMMANDS, main


def test_version(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["--version"])
    assert (stop.value.code, capsys.readouterr().out) == (0, f"yixian {__version__}\n")


def test_unknown_command_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as stop:
        main(["dance"])
    assert stop.value.code == 2
    assert "invalid choice: 'dance'" in capsys.readouterr().err


def test_without_a_command_it_lists_them(capsys):
    assert main([]) == 2
    shown = capsys.readouterr().err
    assert [name for name in COMMANDS if f"    {name} " not in shown] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name):
    done = subprocess.run([sys.executable, "-m", "yixian", name, "--help"], capture_output=True, text=True)
    assert (done.returncode, done.stdout.split("\n")[0].split(" [")[0]) == (0, f"usage: yixian {name}")


def test_the_list_of_commands_costs_nothing():
    code = "import sys, yixian.cli; print([m for m in sys.modules if m.startswith(('django', 'yixian.'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['yixian.cli']\n"
