"""A spreadsheet's bytes in, rows of text out, read in a child process so that a hostile file harms nothing."""

import json
import subprocess
import sys
from pathlib import Path

from yixian.documents.roster_problems import Unreadable

MOST_BYTES = 20 * 1024 * 1024
SECONDS = 20
CHILD = Path(__file__).with_name("roster_child.py")


def read_rows(content: bytes) -> list[list[str]]:
    """The rows of an XLSX workbook's first filled sheet or of a CSV file (UTF-8, UTF-16 or GB18030).

    Raises `Unreadable` with one of: too_large, empty, old_excel, damaged, macros, doctype, too_many_parts,
    too_big_inside, too_many_cells, too_heavy, encoding, not_a_table.
    """
    if len(content) > MOST_BYTES:
        raise Unreadable("too_large")
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(CHILD)],
            input=content,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Unreadable("too_heavy") from None
    if done.returncode != 0:
        raise Unreadable("too_heavy")
    answer = json.loads(done.stdout)
    if "fault" in answer:
        raise Unreadable(answer["fault"])
    rows: list[list[str]] = answer["rows"]
    return rows
