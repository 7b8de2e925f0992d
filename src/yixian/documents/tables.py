"""A table as a workbook: every string stays a string, whatever it begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import xlsxwriter


Cell = str | int | float | date | datetime | None

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
    "remove_timezone": True,
}
_WIDEST = 60
_WIDE = re.compile("[\u2e80-\U0010ffff]")


def table_xlsx(title: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet with a heading row, as XLSX bytes.

    `rows` are sequences as long as `columns`; None leaves a cell empty. Numbers and dates keep their type,
    everything else is written as text, so that a name such as "=1+1" is never calculated. Columns are as
    wide as their longest text (a Chinese character counts two), at most 60.

    Raises:
        ValueError: a row is longer or shorter than the heading.
    """
    out = BytesIO()
    import xlsxwriter  # only where a file is asked for: it takes a while to load

    book = xlsxwriter.Workbook(out, _OPTIONS)
    book.set_properties({"title": title})
    sheet = book.add_worksheet(_sheet_name(title))
    head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    widths = [_width(column) for column in columns]
    for number, column in enumerate(columns):
        sheet.write_string(0, number, column, head)
    for line, row in enumerate(rows, start=1):
        for number, cell in enumerate(_checked(row, len(columns))):
            widths[number] = max(widths[number], _write(sheet, line, number, cell, body))
    for number, width in enumerate(widths):
        sheet.set_column(number, number, min(width + 2, _WIDEST))
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _checked(row: Sequence[Cell], wanted: int) -> Sequence[Cell]:
    """The row, when it is as long as the heading."""
    if len(row) != wanted:
        raise ValueError(f"a row of {len(row)} cells under {wanted} headings")
    return row


def _write(sheet: xlsxwriter.worksheet.Worksheet, line: int, number: int, cell: Cell, body: object) -> int:
    """Write one cell by its type; returns the width that it asks for."""
    if cell is None or cell == "":
        return 0
    if isinstance(cell, date | datetime):
        sheet.write_datetime(line, number, cell)
        return 10
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        sheet.write_number(line, number, cell)
        return len(str(cell))
    sheet.write_string(line, number, str(cell)[:32000], body)
    return _width(str(cell))


def _width(text: str) -> int:
    """Columns that the longest line takes; wide characters count two."""
    if text.isascii() and "\n" not in text:
        return len(text)
    lines = text.splitlines() or [""]
    return max([len(line) + len(_WIDE.findall(line)) for line in lines])


def _sheet_name(title: str) -> str:
    """A name that spreadsheets accept: at most 31 characters, none of []:*?/\\."""
    cleaned = "".join(" " if character in "[]:*?/\\" else character for character in title).strip(" '")
    return cleaned[:31].strip(" '") or "1"
