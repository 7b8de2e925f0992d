"""The set-up installs once and again only when the lock file changes."""

import pytest

from tools import setup


@pytest.fixture
def place(tmp_path):
    """A project with a lock file and an empty .venv."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements/runtime.txt").write_text("one==1\n")
    (tmp_path / ".venv").mkdir()
    return tmp_path


def test_once_installs_again_only_after_a_change(place):
    installed = []
    for _ in range(2):
        setup._once("runtime", "requirements/runtime.txt", installed.append, place)
    (place / "requirements/runtime.txt").write_text("one==2\n")
    for _ in range(2):
        setup._once("runtime", "requirements/runtime.txt", installed.append, place)
    assert installed == ["requirements/runtime.txt"] * 2


def test_once_tries_again_after_a_failure(place):
    def fail(file):
        raise OSError(file)

    with pytest.raises(OSError):
        setup._once("runtime", "requirements/runtime.txt", fail, place)
    installed = []
    setup._once("runtime", "requirements/runtime.txt", installed.append, place)
    assert installed == ["requirements/runtime.txt"]
