"""Workbooks and text tables: the sample goes round, hostile files are refused, nothing becomes a formula."""

import io
import zipfile

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from yixian.documents.roster_child import Fault, check_zip, decode, read_csv
from yixian.documents.roster_columns import COLUMNS
from yixian.documents.roster_parse import parse
from yixian.documents.roster_problems import Unreadable
from yixian.documents.roster_read import read_rows
from yixian.documents.roster_sample import (
    SUBDISTRICTS,
    TOPICS,
    sample_csv,
    sample_rows,
    sample_units,
    sample_workbook,
)
from yixian.documents.roster_units import Known, Part, Unit
from yixian.documents.roster_write import lines_of, roster_csv, roster_xlsx

KNOWN = Known(SUBDISTRICTS, TOPICS)


@pytest.mark.parametrize(
    "content", [sample_workbook(), sample_workbook("en"), sample_csv()], ids=["zh", "en", "csv"]
)
def test_sample_goes_round(content):
    roster = parse(read_rows(content), KNOWN)
    assert roster.problems == []
    assert lines_of(roster.units) == sample_rows()


def test_sample_is_evidently_made_up_and_complete():
    units = sample_units()
    people = [person.cells for unit in units for person in unit.people]
    assert len({unit.name for unit in units}) == 42
    assert len({person["person"] for person in people}) == len(people)
    assert {person["phone"][:7] for person in people} == {"1380000"}
    assert {unit.cells["subdistrict"] for unit in units} == set(SUBDISTRICTS)
    kinds = {venue.cells["kind"] for unit in units for venue in unit.venues}
    assert kinds == {"workshop", "museum", "institute", "subdistrict", "building", "other"}
    shown = {topic for unit in units for topic in unit.cells["strengths"].split("、")}
    needed = {topic for unit in units for topic in unit.cells["needs"].split("、")}
    assert (shown, needed) == (set(TOPICS), set(TOPICS))
    assert all(not set(u.cells["strengths"].split("、")) & set(u.cells["needs"].split("、")) for u in units)


def test_sample_is_the_same_at_every_call():
    assert sample_rows() == sample_rows()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_text_tables_in_usual_encodings(encoding, separator):
    text = f"单位名称{separator}姓名\r\n甲厂工会{separator}张甲\r\n"
    assert read_rows(text.encode(encoding)) == [["单位名称", "姓名"], ["甲厂工会", "张甲"]]


PAYLOADS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    "＋1",
    "－1",
    "＠a",
    "'=1",
    "''+1",
    "'quoted'",
    '=cmd|"/c"!A1',
]


def test_text_table_never_holds_a_formula_and_gives_the_text_back():
    units = [Unit(0, {"name": f"甲{n}", "note": text}) for n, text in enumerate(PAYLOADS)]
    content = roster_csv(units)
    notes = [row[12] for row in read_csv(content)[1:]]
    assert notes == PAYLOADS
    raw = [line.split(",")[12] for line in content.decode("utf-8-sig").splitlines()[1:3]]
    assert raw == ["'=1+1", "'+1"]


def test_workbook_never_holds_a_formula():
    units = [Unit(0, {"name": text, "note": text}) for text in PAYLOADS]
    sheet = openpyxl.load_workbook(io.BytesIO(roster_xlsx(units))).worksheets[0]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == PAYLOADS


SAFE = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zs", "Zl", "Zp")),
    min_size=1,
    max_size=10,
)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(SAFE, SAFE), max_size=4))
def test_any_text_goes_round_both_kinds_of_file(pairs):
    units = [
        Unit(0, {"name": f"{n}甲{name}"}, [Part(0, {"person": f"张{note}"})])
        for n, (name, note) in enumerate(pairs)
    ]
    lines = [[line.get(column.key, "") for column in COLUMNS] for line in lines_of(units)]
    assert [[*row, *[""] * 21][:21] for row in read_csv(roster_csv(units))[1:]] == lines
    assert [[*row, *[""] * 21][:21] for row in read_rows(roster_xlsx(units))[1:]] == lines


def workbook(*, cells=(), parts=(), compression=zipfile.ZIP_DEFLATED):
    """A small workbook with some cells (row, column, text), and further parts (name, bytes)."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row, column, text in cells:
            sheet.write_string(row, column, text)
    with zipfile.ZipFile(buffer, "a", compression) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return buffer.getvalue()


def refused(content):
    with pytest.raises(Unreadable) as caught:
        read_rows(content)
    return caught.value.code


def test_hostile_and_broken_files_are_refused():
    assert refused(b"") == "empty"
    assert refused(b" \r\n\t ") == "empty"
    assert refused(workbook()) == "empty"
    assert refused(b"\xd0\xcf\x11\xe0rest") == "old_excel"
    assert refused(b"PK\x03\x04 not a zip") == "damaged"
    assert refused(workbook(cells=[(0, 0, "a")])[:-30]) == "damaged"
    assert refused(b"a\0b,c") == "not_a_table"
    assert refused(b"\x81\x20\xff\xff\xfe") == "encoding"
    assert refused(workbook(cells=[(0, 0, "a")], parts=[("xl/vbaProject.bin", b"x")])) == "macros"
    assert refused(workbook(cells=[(0, 0, "a")], parts=[("xl/x.xml", b"<!DOCTYPE x>")])) == "doctype"
    assert refused(workbook(parts=[("xl/x.xml", " <!DOCTYPE x>".encode("utf-16"))])) == "doctype"
    assert refused(workbook(parts=[(f"p{n}", b"") for n in range(2001)])) == "too_many_parts"
    assert refused(workbook(parts=[("xl/b.bin", b"\0" * 9_000_000)])) == "too_big_inside"


def test_doctype_across_the_border_of_two_reads_is_found():
    padding = b" " * ((1 << 20) - 4)
    with pytest.raises(Fault, match="doctype"):
        check_zip(workbook(parts=[("xl/x.xml", padding + b"<!DOCTYPE x>")], compression=zipfile.ZIP_STORED))


def test_one_cell_in_the_last_corner_does_not_exhaust_the_memory():
    assert refused(workbook(cells=[(0, 0, "a"), (1_048_575, 16_383, "b")])) in ("too_heavy", "too_many_cells")


@pytest.mark.parametrize("corner", [(20_000, 0), (0, 100)])
def test_too_many_rows_or_columns_are_refused(corner):
    assert refused(workbook(cells=[(0, 0, "a"), (*corner, "b")])) == "too_many_cells"


def test_first_filled_sheet_is_read():
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.add_worksheet()
        book.add_worksheet().write_row(0, 0, ["单位名称", 12, True, 1.5])
    assert read_rows(buffer.getvalue()) == [["单位名称", "12", "是", "1.5"]]


def test_merged_cells_of_a_real_workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["示例区花名册"])
    sheet.merge_cells("A1:C1")
    sheet.append(["单位名称", "干部", ""])
    sheet.append(["", "姓名", "联系电话"])
    sheet.append(["甲厂工会", "张甲", 13800001234])
    sheet.append(["", "李乙", "１３８００００５６７８"])
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("B2:C2")
    sheet.merge_cells("A4:A5")
    buffer = io.BytesIO()
    book.save(buffer)
    roster = parse(read_rows(buffer.getvalue()), Known())
    assert lines_of(roster.units) == [
        {"name": "甲厂工会", "person": "张甲", "phone": "13800001234"},
        {"name": "甲厂工会", "person": "李乙", "phone": "13800005678"},
    ]
    assert [problem.code for problem in roster.problems] == ["rows_above", "two_row_header"]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_random_bytes_are_read_or_refused(content):
    try:
        read_csv(content)
    except Fault as fault:
        assert str(fault) in ("encoding", "not_a_table", "too_many_cells")


def test_decoding_prefers_utf8():
    assert decode("张甲".encode()) == decode("张甲".encode("gb18030")) == "张甲"
