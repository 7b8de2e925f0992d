"""Tables as workbooks: strings stay strings."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yixian.documents.tables import table_xlsx

TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=40
)


def sheet_of(content):
    return openpyxl.load_workbook(BytesIO(content)).active


def test_kinds_of_cells_are_kept():
    sheet = sheet_of(table_xlsx("回执", ["单位", "人数", "日期", "空"], [("甲", 3, date(2026, 3, 18), None)]))
    assert [cell.value for cell in sheet[1]] == ["单位", "人数", "日期", "空"]
    row = sheet[2]
    assert (row[0].value, row[1].value, row[2].value.date(), row[3].value) == (
        "甲",
        3,
        date(2026, 3, 18),
        None,
    )
    assert (sheet.title, sheet.freeze_panes) == ("回执", "A2")


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@sum(A1)", "\t=1", "＝1", "https://example.org", "007"]
)
def test_a_string_is_never_calculated(text):
    cell = sheet_of(table_xlsx("x", ["a"], [(text,)]))["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


@settings(max_examples=25, deadline=None)
@given(TEXT)
def test_any_text_comes_back(text):
    assert sheet_of(table_xlsx("x", ["a"], [(text,)]))["A2"].value == text


@pytest.mark.parametrize(
    ("title", "name"), [("a/b:c", "a b c"), ("'", "1"), ("长" * 40, "长" * 31), ("", "1")]
)
def test_a_title_becomes_a_sheet_name(title, name):
    assert sheet_of(table_xlsx(title, ["a"], [])).title == name


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="2 cells under 1"):
        table_xlsx("x", ["a"], [("b", "c")])
