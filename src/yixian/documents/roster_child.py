"""Reads one spreadsheet in a process of its own, under limits that it sets itself before it looks at a byte.

Run as a script with the file on standard input; writes JSON to standard output: {"rows": [[text, …], …]}
or {"fault": code}. It imports nothing of the package, so that it starts quickly and can run isolated. A small
workbook can claim gigabytes (one cell in the last corner of the sheet): then this process dies, not the site.
"""

import csv
import io
import json
import re
import sys
import zipfile
from datetime import date, datetime
from typing import Any

MEMORY = 512 * 1024 * 1024
CPU_SECONDS = 10
MOST_ROWS, MOST_COLUMNS, MOST_TEXT = 20_000, 100, 4_000
MOST_PARTS, MOST_BYTES, MOST_RATIO = 2_000, 200 * 1024 * 1024, 200
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
QUOTED = re.compile(r"'+[=+\-@\t\r＝＋－＠]")
DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))


class Fault(Exception):
    """The file is refused; the text is the code."""


def limit() -> None:
    """Cap memory and processor time where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def check_zip(content: bytes) -> None:
    """Refuse an archive that is too big, too dense, has macros, or whose XML declares a document type."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        parts = archive.infolist()
        if len(parts) > MOST_PARTS:
            raise Fault("too_many_parts")
        total = sum(part.file_size for part in parts)
        if total > MOST_BYTES or total > MOST_RATIO * max(len(content), 1):
            raise Fault("too_big_inside")
        for part in parts:
            name = part.filename.lower()
            if name.endswith("vbaproject.bin") or "/macrosheets/" in name:
                raise Fault("macros")
            if name.endswith((".xml", ".rels")):
                _check_xml(archive, part)
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
    ) as error:
        raise Fault("damaged") from error


def _check_xml(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Look through one part in pieces that overlap, so that no border hides what is looked for."""
    tail = b""
    with archive.open(part) as opened:
        while piece := opened.read(1 << 20):
            if any(sign in (tail + piece) for sign in DOCTYPES):
                raise Fault("doctype")
            tail = piece[-32:]


def read_workbook(content: bytes) -> list[list[str]]:
    """The first sheet that holds anything."""
    from python_calamine import CalamineError, CalamineWorkbook

    check_zip(content)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.total_height >= MOST_ROWS or sheet.total_width >= MOST_COLUMNS:
                raise Fault("too_many_cells")
            rows = [[text_of(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
            if any(any(row) for row in rows):
                return rows
    except (CalamineError, ValueError, OSError) as error:
        raise Fault("damaged") from error
    return []


def text_of(cell: Any) -> str:
    """A cell as the text that a person sees: whole numbers without a fraction, days as 2026-03-18."""
    if isinstance(cell, bool):
        return "是" if cell else "否"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, datetime):
        return (
            cell.date().isoformat() if not (cell.hour or cell.minute or cell.second) else cell.isoformat(" ")
        )
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)[: MOST_TEXT + 1] if cell is not None else ""


def decode(content: bytes) -> str:
    """Text in UTF-8, UTF-16 with its mark, or GB18030."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Fault("encoding")


def read_csv(content: bytes) -> list[list[str]]:
    """The rows of a text table, whatever separates its columns."""
    text = decode(content)
    if "\0" in text:
        raise Fault("not_a_table")
    head = "\n".join(text.splitlines()[:5])
    separator = max(",\t;；，", key=head.count)
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append([cell[: MOST_TEXT + 1] for cell in row])
            if len(rows) > MOST_ROWS or len(row) > MOST_COLUMNS:
                raise Fault("too_many_cells")
    except csv.Error as error:
        raise Fault("not_a_table") from error
    return [[_unquoted(cell) for cell in row] for row in rows]


def _unquoted(cell: str) -> str:
    """Take away the apostrophe that keeps a spreadsheet program from calculating a text."""
    return cell[1:] if QUOTED.match(cell) else cell


def read(content: bytes) -> list[list[str]]:
    """The rows of a file, by what it is and not by what it is called."""
    if not content.strip():
        raise Fault("empty")
    if content.startswith(OLD_EXCEL):
        raise Fault("old_excel")
    rows = read_workbook(content) if content.startswith(b"PK") else read_csv(content)
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    if not rows:
        raise Fault("empty")
    return rows


def main() -> None:
    """Read standard input, write the answer."""
    limit()
    try:
        answer: dict[str, Any] = {"rows": read(sys.stdin.buffer.read())}
    except Fault as fault:
        answer = {"fault": str(fault)}
    except MemoryError:
        answer = {"fault": "too_heavy"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
