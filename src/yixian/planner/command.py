"""What the planner's command lines have in common: exit statuses, reading a file, telling of bad input."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from yixian.planner.files import FileError

DONE, REFUSED, BAD_INPUT = 0, 1, 2
Command = Callable[[argparse.Namespace], int]
Parsed = TypeVar("Parsed")


def guarded(run: Command, program: str) -> Command:
    """Bad input is told in one sentence (with --json also as data) and ends with status 2."""

    def guard(args: argparse.Namespace) -> int:
        try:
            return run(args)
        except FileError as error:
            if args.json:
                names = ("file", "path", "found", "expected")
                print(json.dumps({name: getattr(error, name) for name in names}, ensure_ascii=False))
            print(f"{program}: {error}", file=sys.stderr)
        except OSError as error:
            print(f"{program}: {error.filename}: {error.strerror}", file=sys.stderr)
        return BAD_INPUT

    return guard


def parsed(path: str, parse: Callable[[str], Parsed]) -> Parsed:
    """What a file holds; a FileError then names the file."""
    try:
        return parse(_text_of(path))
    except FileError as error:
        error.file = "standard input" if path == "-" else path
        raise


def _text_of(path: str) -> str:
    """A file's text; - is standard input. Raises FileError where it isn't UTF-8, OSError where it can't be read."""
    try:
        return sys.stdin.read() if path == "-" else Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise FileError(f"byte {error.start}", f"{error.object[error.start]:#x}", "text in UTF-8") from error
