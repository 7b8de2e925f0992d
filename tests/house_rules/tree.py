"""What the house rules look at: the files of this tree, the exceptions, the order of the apps."""

import ast
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WEB = ROOT / "src/yixian/web"
OURS = {".py", ".html", ".css", ".js", ".mjs", ".sh", ".txt"}
MADE = {".venv", "var", "build", "dist", "__pycache__", ".git"}


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project: what git tracks or would add; without git, what isn't made by a command."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    if (ROOT / ".git").exists():
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
        paths = {ROOT / name for name in listed.split("\0") if name}
    else:
        paths = {path for path in ROOT.rglob("*") if not MADE & set(path.relative_to(ROOT).parts)}
    return tuple(sorted(path for path in paths if path.is_file()))


@cache
def sources(*suffixes: str) -> tuple[Path, ...]:
    """The files that people write and read: no vendored code, migrations, lock files."""
    return tuple(
        path
        for path in files()
        if path.suffix in (suffixes or OURS)
        and not {"vendor", "migrations", "requirements"} & set(path.relative_to(ROOT).parts)
    )


def name(path: Path) -> str:
    """A file's path inside the project, as people write it."""
    return path.relative_to(ROOT).as_posix()


@cache
def text(path: Path) -> str:
    """A file's text; empty for pictures, fonts and other binary files."""
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8", "replace")


@cache
def syntax(path: Path) -> ast.Module:
    """A Python file as a syntax tree."""
    return ast.parse(text(path), name(path))


@cache
def exceptions(rule: str) -> dict[str, str]:
    """What a rule leaves out, each with its reason."""
    listed = tomllib.loads((Path(__file__).parent / "exceptions.toml").read_text("utf-8"))
    return listed[rule]


@cache
def project() -> dict:
    """The project's settings in pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


@cache
def layers() -> dict[str, int]:
    """Each app with its height: an app may use those that stand lower, and itself."""
    contracts = project()["tool"]["importlinter"]["contracts"]
    rows = next(each["layers"] for each in contracts if each["type"] == "layers")
    return {app: height for height, row in enumerate(reversed(rows)) for app in re.findall(r"\w+", row)}


def app_of(path: Path) -> str:
    """The app that a file of the site belongs to."""
    return path.relative_to(WEB).parts[0]


def may_use(user: str, used: str) -> bool:
    """Whether one app may refer to another."""
    return user == used or layers()[user] > layers()[used]
