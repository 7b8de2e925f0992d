"""The command `yixian archive read FILE`: print the draft record of a report."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from yixian.archive import NotAReport, draft_to_json, read
from yixian.archive.errors import Language

DONE, REFUSED, BAD_INPUT = 0, 1, 2
_UNREADABLE: dict[Language, str] = {
    "en": "Cannot read {path}: no such file, or no permission.",
    "zh": "无法读取 {path}：文件不存在或没有权限。",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the archive's commands; `args.run(args)` gives 0 (printed), 1 (no report) or 2 (unreadable file)."""
    commands = parser.add_subparsers(dest="archive_command", required=True)
    reading = commands.add_parser(
        "read",
        help="read a news report into a draft record",
        description="Read a news report (text or HTML) and print a draft record for a person to review.",
    )
    reading.add_argument("file", metavar="FILE", help="the report, as text or HTML in any Chinese encoding")
    reading.add_argument("--json", action="store_true", help="print JSON instead of lines")
    reading.add_argument(
        "--lang", choices=("zh", "en"), default=_language(), help="language of labels and remarks"
    )
    reading.set_defaults(run=run_read)


def run_read(args: argparse.Namespace) -> int:
    """Print the draft of one file, or the reason why there is none."""
    try:
        data = Path(args.file).read_bytes()
    except OSError:
        _print(_UNREADABLE[args.lang].format(path=args.file), sys.stderr)
        return BAD_INPUT
    try:
        draft = read(data, filename=args.file)
    except NotAReport as refusal:
        _print(refusal.sentence(args.lang), sys.stderr)
        return REFUSED
    if args.json:
        _print(json.dumps(draft_to_json(draft), ensure_ascii=False, indent=2), sys.stdout)
    else:
        from yixian.archive.printing import printed

        _print(printed(draft, args.lang).rstrip("\n"), sys.stdout)
    return DONE


def _language() -> Language:
    """The language of the terminal: Chinese where the locale is Chinese."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "zh" if locale.lower().startswith("zh") else "en"


def _print(words: str, stream: object) -> None:
    """Print in UTF-8 whatever the terminal claims to be, so that names are never question marks."""
    buffer = getattr(stream, "buffer", None)
    if buffer is None:
        print(words, file=stream)  # type: ignore[call-overload]
        return
    buffer.write((words + "\n").encode("utf-8", "replace"))
    buffer.flush()
