"""Rows of text in, lines with known columns out: finds the header wherever it stands."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from yixian.documents.roster_columns import BY_KEY, NAMES, key_of
from yixian.documents.roster_problems import Problem
from yixian.documents.roster_values import plain
from yixian.documents.roster_words import nearest

LOOK_AT = 15
FEWEST = 2


@dataclass(frozen=True)
class Line:
    """One row below the header: its number, and the text of each known column that is not empty."""

    row: int
    cells: dict[str, str]


@dataclass
class Table:
    """A file's lines, the headers as they stand in it, and what there is to say about its shape."""

    lines: list[Line] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def table_of(rows: list[list[str]]) -> Table:
    """Find the header (a title above it and merged cells in it do no harm) and name the cells below it."""
    table = Table()
    start, depth, columns = _find_header(rows)
    if "name" not in columns.values():
        table.problems.append(Problem(start + 1 if columns else 0, BY_KEY["name"].zh, "no_header"))
        return table
    if start:
        table.problems.append(_notice(1, "", "rows_above", upto=str(start)))
    if depth == 2:
        table.problems.append(_notice(start + 1, "", "two_row_header"))
    table.problems += _unknown(rows, start, depth, columns)
    columns = _each_once(rows, start, depth, columns, table)
    for position, key in columns.items():
        table.headers[key] = _head_text(rows, start, depth, position)
    table.lines = list(_lines(rows, start + depth, columns))
    if not table.lines:
        table.problems.append(Problem(start + depth + 1, "", "no_rows"))
    return table


def _find_header(rows: list[list[str]]) -> tuple[int, int, dict[int, str]]:
    """The row of the header, how many rows it takes, and the key of each column."""
    best: tuple[int, int, dict[int, str]] = (0, 1, {})
    for number, row in enumerate(rows[:LOOK_AT]):
        found = _keys(row)
        if len(found) < FEWEST or len(found) <= len(best[2]):
            continue
        best = (number, 1, found)
    start, _, found = best
    if found and start + 1 < len(rows):
        below = _keys(rows[start + 1])
        name_at = next((p for p, key in found.items() if key == "name"), None)
        under_name = (
            rows[start + 1][name_at].strip() if name_at is not None and name_at < len(rows[start + 1]) else ""
        )
        added = {p: key for p, key in below.items() if p not in found and key not in found.values()}
        if added and not under_name:
            return start, 2, {**found, **added}
    if found and start > 0 and "name" not in found.values():
        above = {p: k for p, k in _keys(rows[start - 1]).items() if p not in found}
        if "name" in above.values():
            return start - 1, 2, {**above, **found}
    return best


def _keys(row: list[str]) -> dict[int, str]:
    return {position: key for position, cell in enumerate(row) if cell.strip() and (key := key_of(cell))}


def _head_text(rows: list[list[str]], start: int, depth: int, position: int) -> str:
    """A column's header as the file has it."""
    texts = [plain(rows[n][position]) for n in range(start, start + depth) if position < len(rows[n])]
    return next((text for text in reversed(texts) if text and key_of(text)), "".join(texts))


def _each_once(
    rows: list[list[str]], start: int, depth: int, columns: dict[int, str], table: Table
) -> dict[int, str]:
    """Two columns that mean the same cannot both be right."""
    kept: dict[int, str] = {}
    for position, key in columns.items():
        if key in kept.values():
            column = _head_text(rows, start, depth, position)
            table.problems.append(Problem(start + 1, column, "column_twice", {"means": BY_KEY[key].zh}))
        else:
            kept[position] = key
    return kept


def _unknown(rows: list[list[str]], start: int, depth: int, columns: dict[int, str]) -> list[Problem]:
    """Columns with words above them that nobody knows are left out, and it is said."""
    width = max(len(rows[n]) for n in range(start, min(start + depth, len(rows))))
    known = [BY_KEY[key].zh for key in dict.fromkeys(NAMES.values())]
    found = []
    for position in range(width):
        text = _head_text(rows, start, depth, position)
        if text and position not in columns:
            found.append(_notice(start + 1, text[:60], "unknown_column", nearest=nearest(text, known)))
    return found


def _lines(rows: list[list[str]], first: int, columns: dict[int, str]) -> Iterator[Line]:
    for number, row in enumerate(rows[first:], start=first + 1):
        cells = {key: text for p, key in columns.items() if p < len(row) and (text := plain(row[p]))}
        if cells:
            yield Line(number, cells)


def _notice(row: int, column: str, code: str, **values: str) -> Problem:
    return Problem(row, column, code, values, "notice")
