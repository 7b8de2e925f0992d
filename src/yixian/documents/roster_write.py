"""Units out as a workbook or a text table: the same sheet that is read, so that it can go round."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from yixian.documents.roster_columns import COLUMNS, Column
from yixian.documents.roster_units import Unit
from yixian.documents.roster_words import CHOICES, shown_as, word

if TYPE_CHECKING:
    import xlsxwriter

TITLES = {"zh": "花名册", "en": "Roster"}
GUIDE_TITLES = {"zh": "填写说明", "en": "How to fill in"}
GUIDE = {
    "zh": (
        "一行写一个单位；有几名干部或几处场地时，接着写几行，每行重复单位名称。",
        "空着的单元格表示“不改动”，不会清除已有内容。",
        "可以调整列的顺序，也可以删去用不到的列；“单位名称”一列必须保留。",
        "多个主题之间用顿号隔开，例如：岗位练兵、企业文化。",
        "日期写作 2026-03-18；经纬度写十进制度数；每格只写一个电话号码。",
    ),
    "en": (
        "One row per member union. For several cadres or venues, add rows and repeat the union's name.",
        "An empty cell means “leave as it is”; nothing recorded is cleared.",
        "Columns may be moved or left out; only “Member union” must stay.",
        "Put 、 between several topics.",
        "Write days as 2026-03-18, coordinates in decimal degrees, one phone number per cell.",
    ),
}
CHOICE_HEADS = {"zh": "“{}”可以填写：{}", "en": "“{}” is one of: {}"}
LISTED = ("industry", "kind", "post", "is_active")
NUMBERS = ("whole", "degrees")
RISKY = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def lines_of(units: Iterable[Unit], language: str = "zh") -> list[dict[str, str]]:
    """One dict per row, column key to text as it is shown: the member's own cells stand in its first row only."""
    lines = []
    for unit in units:
        for number in range(max(1, len(unit.people), len(unit.venues))):
            cells = dict(unit.cells) if number == 0 else {"name": unit.name}
            for parts in (unit.people, unit.venues):
                if number < len(parts):
                    cells |= parts[number].cells
            lines.append({key: shown_as(key, text, language) for key, text in cells.items() if text})
    return lines


def roster_xlsx(units: Iterable[Unit], language: str = "zh") -> bytes:
    """A workbook with the roster and a page on how to fill it in; every text stays a text."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    import xlsxwriter  # only where a file is asked for: it takes a while to load

    with xlsxwriter.Workbook(buffer, options) as book:
        _write_roster(book, lines_of(units, language), language)
        _write_guide(book, language)
    return buffer.getvalue()


def _write_roster(book: xlsxwriter.Workbook, lines: list[dict[str, str]], language: str) -> None:
    sheet = book.add_worksheet(TITLES[language])
    head = book.add_format({"bold": True, "bg_color": "#F3E3E1", "border": 1, "valign": "vcenter"})
    cell = book.add_format({"text_wrap": True, "valign": "top"})
    text = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    sheet.freeze_panes(1, 1)
    sheet.set_row(0, 24)
    for position, column in enumerate(COLUMNS):
        sheet.set_column(position, position, column.width, cell if column.kind in NUMBERS else text)
        sheet.write_string(0, position, column.header(language), head)
        if column.key in LISTED and column.key != "post":
            _offer(sheet, position, column, language)
    for number, line in enumerate(lines, start=1):
        for position, column in enumerate(COLUMNS):
            value = line.get(column.key)
            if value is None:
                continue
            if column.kind in NUMBERS:
                sheet.write_number(number, position, float(value), cell)
            else:
                sheet.write_string(number, position, value, text)
    sheet.autofilter(0, 0, max(len(lines), 1), len(COLUMNS) - 1)


def _offer(sheet: xlsxwriter.worksheet.Worksheet, position: int, column: Column, language: str) -> None:
    """A list to choose from, in the cells of a column."""
    source = [word(CHOICES[column.key], code, language) for code in CHOICES[column.key]]
    if len(",".join(source)) <= 255:
        rule = {"validate": "list", "source": source, "error_type": "warning", "ignore_blank": True}
        sheet.data_validation(1, position, 2000, position, rule)


def _write_guide(book: xlsxwriter.Workbook, language: str) -> None:
    sheet = book.add_worksheet(GUIDE_TITLES[language])
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 90, wrapped)
    lines = list(GUIDE[language])
    for column in COLUMNS:
        if column.key in LISTED:
            names = "、".join(word(CHOICES[column.key], code, language) for code in CHOICES[column.key])
            lines.append(CHOICE_HEADS[language].format(column.header(language), names))
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line, wrapped)


def roster_csv(units: Iterable[Unit], language: str = "zh") -> bytes:
    """A text table in UTF-8 with its mark, so that spreadsheet programs show Chinese; risky cells are quoted."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([column.header(language) for column in COLUMNS])
    for line in lines_of(units, language):
        writer.writerow([quoted(line.get(column.key, "")) for column in COLUMNS])
    return buffer.getvalue().encode("utf-8-sig")


def quoted(text: str) -> str:
    """A text that a spreadsheet program would calculate gets an apostrophe before it."""
    return f"'{text}" if RISKY.match(text) else text
