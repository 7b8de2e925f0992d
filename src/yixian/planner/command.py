"""What the planner's command lines have in common: exit statuses, reading a file, telling of bad input."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from yixian.planner.files import FileError

DONE, REFUSED, BAD_INPUT = 0, 1, 2
Command = Callable[[argparse.Namespace], int]


def guarded(run: Command, program: str) -> Command:
    """Bad input is told in one sentence (with --json also as data) and ends with status 2."""

    def guard(args: argparse.Namespace) -> int:
        try:
            return run(args)
        except FileError as error:
            if args.json:
                print(json.dumps({"path": error.path, "found": error.found, "expected": error.expected}))
            print(f"{program}: {error}", file=sys.stderr)
        except OSError as error:
            print(f"{program}: {error.filename}: {error.strerror}", file=sys.stderr)
        return BAD_INPUT

    return guard


def text_of(path: str) -> str:
    """A file's text; - is standard input. Raises FileError where it isn't UTF-8, OSError where it can't be read."""
    try:
        return sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        found = f"byte {error.object[error.start]:#x} at {error.start}"
        raise FileError(path, found, "text in UTF-8") from error
