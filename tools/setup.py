"""Build the environment in .venv: `runtime` to run the site, `dev` to test and check it as well.

Uses plain pip with the user's own configuration and the hash-checked lock files. A stamp in .venv remembers
what was installed, so a second call does nothing. Runs on the standard library alone: it comes first.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PIP = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "-qq"]


def set_up(level: str) -> None:
    """Bring .venv to `level`, runtime or dev, and make what isn't committed: translations, the stylesheet."""
    if not _works(PYTHON):
        _create()
    if not (level == "runtime" and _is_done("dev", "requirements/dev.txt")):
        _once(level, f"requirements/{level}.txt", _install_requirements)
    _once("command", "pyproject.toml", _install_command)
    make_generated()


def make_generated() -> None:
    """Compile the translations and put the stylesheet together, as far as their sources have changed."""
    for command in (["tools/messages.py", "compile"], ["tools/assemble_css.py"]):
        subprocess.run([str(PYTHON), *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def _once(name: str, file: str, install: Callable[[str], None], root: Path = ROOT) -> None:
    """Call `install(file)` unless the same text of that file was installed before."""
    if not _is_done(name, file, root):
        install(file)
        _stamp(name, root).write_text(_digest(file, root))


def _is_done(name: str, file: str, root: Path = ROOT) -> bool:
    stamp = _stamp(name, root)
    return stamp.exists() and stamp.read_text() == _digest(file, root)


def _stamp(name: str, root: Path) -> Path:
    return root / ".venv" / f"yixian-{name}.stamp"


def _digest(file: str, root: Path) -> str:
    """Stand for the file's text and the place of .venv, whose scripts break when it is moved."""
    return hashlib.sha256((root / file).read_bytes() + str(root / ".venv").encode()).hexdigest()


def _install_requirements(file: str) -> None:
    """Install exactly what the lock file names; pip refuses anything with another hash.

    Nothing is compiled beforehand: Python does that when it first imports a module, and most never are.
    """
    print(f"Installing {file} into .venv ...", flush=True)
    subprocess.run([*PIP, "install", "--no-compile", "--require-hashes", "-r", file], cwd=ROOT, check=True)


def _install_command(_file: str) -> None:
    """Put the `yixian` command into .venv; needs no network, as setuptools is among the requirements."""
    options = ["--no-deps", "--no-build-isolation", "--editable", "."]
    subprocess.run([*PIP, "install", *options], cwd=ROOT, check=True)


def _create() -> None:
    """Make a fresh .venv, first installing Debian's package for that where it is missing and we may."""
    print(f"Creating .venv with Python {sys.version.split()[0]} ...", flush=True)
    base = getattr(sys, "_base_executable", sys.executable)
    command = [base, "-m", "venv", "--clear", str(VENV)]
    if _run_quietly(command):
        return
    package = f"python3.{sys.version_info.minor}-venv"
    if not (apt_install(package) and _run_quietly(command)):
        raise SystemExit(
            "Python's venv module could not make .venv. "
            f"On Debian or Ubuntu: apt install {package}, then try again."
        )


def apt_install(*packages: str) -> bool:
    """Install Debian packages where this may be done without asking anybody; tell whether it worked."""
    sudo = [] if hasattr(os, "geteuid") and os.geteuid() == 0 else ["sudo", "-n"]
    environment = ["env", "DEBIAN_FRONTEND=noninteractive"]
    install = [*sudo, *environment, "apt-get", "install", "-y", "--no-install-recommends", *packages]
    return _run_quietly([*sudo, "apt-get", "update"]) and _run_quietly(install)


def _works(python: Path) -> bool:
    return python.exists() and _run_quietly([str(python), "-c", "import pip"])


def _run_quietly(command: list[str]) -> bool:
    """Tell whether the command could be run and succeeded; its output is of no interest."""
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        return subprocess.run(command, check=False, **quiet).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    if sys.argv[1:] not in (["runtime"], ["dev"]):
        sys.exit(__doc__)
    try:
        set_up(sys.argv[1])
    except subprocess.CalledProcessError as error:
        sys.exit(f"This step failed: {' '.join(map(str, error.cmd))}")
