"""Rosters as people really write them: every oddity is understood or named by row and column."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yixian.documents.roster_columns import ALSO_READ, COLUMNS
from yixian.documents.roster_parse import parse
from yixian.documents.roster_units import Known
from yixian.documents.roster_write import lines_of

KNOWN = Known(("东示街道", "西示街道"), ("岗位练兵", "企业文化"))


def read(*rows, known=KNOWN):
    return parse([list(row) for row in rows], known)


def remarks(roster):
    return [(problem.row, problem.column, problem.code) for problem in roster.problems]


def cell(header, text, known=KNOWN):
    """One unit with one further cell: (value, remarks)."""
    key = next(column.key for column in COLUMNS if column.zh == header)
    roster = read(["单位名称", "姓名", "场地", header], ["甲厂工会", "张甲", "车间", text], known=known)
    unit = roster.units[0]
    cells = {**unit.cells, **unit.people[0].cells, **unit.venues[0].cells}
    return cells.get(key), remarks(roster)


@pytest.mark.parametrize(
    ("header", "text", "value"),
    [
        ("职工人数", "１２０", "120"),
        ("职工人数", "约1,200人", "1200"),
        ("职工人数", "350.0", "350"),
        ("纬度", "36.1200000", "36.12"),
        ("经度", "东经１２０．５°", "120.5"),
        ("加入日期", "2020年1月2日", "2020-01-02"),
        ("加入日期", "2020/1/2", "2020-01-02"),
        ("加入日期", "2020.01.02", "2020-01-02"),
        ("加入日期", "20200102", "2020-01-02"),
        ("加入日期", "2020-01-02 00:00:00", "2020-01-02"),
        ("联系电话", "１３８００００１２３４", "13800001234"),
        ("联系电话", "+86 138-0000-1234", "13800001234"),
        ("联系电话", "(0000) 88880000", "0000-88880000"),
        ("邮箱", "ａ@example.com", "a@example.com"),
        ("行业", "机械制造", "manufacturing"),
        ("行业", "Finance", "finance"),
        ("场地类型", "写字楼", "building"),
        ("街道", "东 示街道", "东示街道"),
        ("特长", "企业文化，岗位练兵；企业文化", "企业文化、岗位练兵"),
        ("在册", "停用", "no"),
        ("职务", "工会主席", "主席"),
        ("职务", "工会主席兼办公室主任", "工会主席兼办公室主任"),
        ("姓名", "张　甲", "张甲"),
    ],
)
def test_usual_ways_to_write_a_value_are_understood(header, text, value):
    if header == "姓名":
        roster = read(["单位名称", "姓名"], ["甲厂工会", text])
        assert (roster.units[0].people[0].cells["person"], remarks(roster)) == (value, [])
    else:
        assert cell(header, text) == (value, [])


@pytest.mark.parametrize(
    ("header", "text", "code"),
    [
        ("职工人数", "很多", "not_whole"),
        ("职工人数", "12.5", "not_whole"),
        ("职工人数", "-3", "not_whole"),
        ("职工人数", "99999999", "too_large"),
        ("纬度", "北边", "not_degrees"),
        ("纬度", "120.1", "latitude_out_of_range"),
        ("纬度", "NaN", "not_degrees"),
        ("经度", "400", "not_degrees"),
        ("加入日期", "2020-02-30", "no_such_day"),
        ("加入日期", "2020年3月", "day_without_day"),
        ("加入日期", "去年", "not_a_day"),
        ("联系电话", "没有", "not_a_phone"),
        ("联系电话", "1380000123", "not_a_phone"),
        ("邮箱", "甲@乙", "not_an_email"),
        ("行业", "手工业者", "unknown_industry"),
        ("街道", "东市街道", "unknown_subdistrict"),
        ("场地类型", "月球", "unknown_kind"),
        ("特长", "岗位炼兵", "unknown_topic"),
        ("在册", "也许", "unknown_is_active"),
        ("简称", "甲" * 41, "too_long"),
        ("备注", "甲" * 2001, "too_long"),
    ],
)
def test_wrong_values_are_named_by_row_and_column(header, text, code):
    assert cell(header, text) == (None, [(2, header, code)])


def test_nearest_word_is_suggested():
    roster = read(["单位名称", "街道", "行业", "特长"], ["甲厂工会", "东市街道", "金融业务", "岗位炼兵"])
    assert [p.values["nearest"] for p in roster.problems] == ["金融业", "东示街道", "岗位练兵"]


def test_anything_is_taken_where_no_list_exists_yet():
    assert cell("街道", "新街道", Known()) == ("新街道", [])


def test_several_phones_in_one_cell_take_the_mobile_and_say_so():
    value, said = cell("联系电话", "88880000、13800001234/13800005678")
    assert (value, said) == ("13800001234", [(2, "联系电话", "several_phones")])


def test_title_rows_above_the_header_are_passed_over():
    roster = read(
        ["示例区区直工会花名册", "", ""], ["", "", "填表日期"], ["单位名称", "姓名"], ["甲厂工会", "张甲"]
    )
    assert [unit.name for unit in roster.units] == ["甲厂工会"]
    assert remarks(roster) == [(1, "", "rows_above")]
    assert roster.units[0].row == 4


def test_merged_header_of_two_rows_is_read():
    roster = read(
        ["单位名称", "行业", "干部情况", "", ""],
        ["", "", "姓名", "职务", "联系电话"],
        ["甲厂工会", "食品", "张甲", "主席", "13800001234"],
    )
    assert lines_of(roster.units) == [
        {"name": "甲厂工会", "industry": "食品饮料", "person": "张甲", "post": "主席", "phone": "13800001234"}
    ]
    assert (1, "", "two_row_header") in remarks(roster)


def test_merged_cells_below_a_unit_belong_to_it():
    roster = read(["单位名称", "姓名", "职务"], ["甲厂工会", "张甲", "主席"], ["", "李乙", "委员"])
    assert [person.cells["person"] for person in roster.units[0].people] == ["张甲", "李乙"]
    assert remarks(roster) == []


def test_missing_name_is_an_error_where_a_unit_is_meant():
    roster = read(
        ["单位名称", "行业", "姓名"], ["", "食品", "张甲"], ["甲厂工会", "食品", "李乙"], ["", "食品", "王丙"]
    )
    assert remarks(roster) == [(2, "单位名称", "missing_name"), (4, "单位名称", "missing_name")]


def test_english_and_synonymous_headers():
    roster = read(["Member union", "TEL", "Contact（必填）"], ["甲厂工会", "13800001234", "张甲"])
    assert lines_of(roster.units) == [{"name": "甲厂工会", "person": "张甲", "phone": "13800001234"}]


def test_chair_and_others_in_columns_of_their_own():
    roster = read(
        ["单位名称", "主席", "联系电话", "其他干部"],
        ["甲厂工会", "张甲", "13800001234", "李乙（副主席 13800005678）、王丙(委员)；赵丁 13800009999"],
    )
    assert [tuple(person.cells.values()) for person in roster.units[0].people] == [
        ("张甲", "主席", "13800001234"),
        ("李乙", "副主席", "13800005678"),
        ("王丙", "委员"),
        ("赵丁", "13800009999"),
    ]


def test_unknown_column_is_left_out_and_said():
    roster = read(["单位名称", "联系电活", "备注"], ["甲厂工会", "1", "好"])
    assert remarks(roster) == [(1, "联系电活", "unknown_column")]
    assert roster.problems[0].values == {"nearest": "联系电话"}


def test_two_columns_of_the_same_meaning_are_an_error():
    roster = read(["单位名称", "电话", "手机"], ["甲厂工会", "", ""])
    assert (1, "手机", "column_twice") in remarks(roster)


@pytest.mark.parametrize("rows", [[], [[""]], [["甲"], ["乙"]], [["行业", "街道"], ["食品", "东示街道"]]])
def test_file_without_a_heading_is_refused(rows):
    assert [problem.code for problem in parse(rows, KNOWN).errors] == ["no_header"]


def test_contradiction_between_rows_of_a_unit():
    roster = read(["单位名称", "行业"], ["甲厂工会", "食品"], ["甲厂工会", "金融"])
    assert remarks(roster) == [(3, "行业", "unit_twice")]
    assert roster.problems[0].values == {
        "name": "甲厂工会", "first": "食品饮料", "value": "金融业", "first_row": "2",
    }  # fmt: skip


def test_the_same_person_twice_with_another_phone():
    roster = read(
        ["单位名称", "姓名", "电话"], ["甲厂工会", "张甲", "13800000001"], ["甲厂工会", "张甲", "13800000002"]
    )
    assert remarks(roster) == [(3, "电话", "person_twice")]


def test_a_repeated_row_is_remarked_on():
    row = ["甲厂工会", "张甲"]
    assert remarks(read(["单位名称", "姓名"], row, row)) == [(3, "单位名称", "nothing_new")]


def test_two_chairs_of_one_unit():
    roster = read(
        ["单位名称", "姓名", "职务"], ["甲厂工会", "张甲", "主席"], ["甲厂工会", "李乙", "工会主席"]
    )
    assert remarks(roster) == [(3, "职务", "two_chairs")]


def test_details_without_a_name():
    roster = read(["单位名称", "电话", "姓名", "容纳人数", "场地"], ["甲厂工会", "13800000001", "", "50", ""])
    assert remarks(roster) == [(2, "姓名", "person_missing"), (2, "场地", "venue_missing")]


def test_swapped_coordinates_are_noticed():
    roster = read(["单位名称", "纬度", "经度"], ["甲厂工会", "89.9", "36.1"])
    assert remarks(roster) == [(2, "纬度", "perhaps_swapped")]


HEADERS = [column.zh for column in (*COLUMNS, *ALSO_READ)] + ["干部情况", "", "奇怪的列", "Phone", "e-mail"]
JUNK = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["", "是", "主席", "甲厂工会", "张甲", "１３８", "36.1", "2020-01-02", "=1+1", "、", "\x00", "１/２"]
    ),
    st.from_regex(r"[0-9.\-+/年月日、转 ]{1,14}", fullmatch=True),
)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(JUNK, max_size=8), max_size=8),
    st.lists(st.sampled_from(HEADERS), max_size=8, unique=True),
)
def test_no_junk_crashes_and_every_problem_names_its_place(body, headers):
    rows = [["单位名称", *headers], *body]
    roster = parse(rows, KNOWN)
    for problem in roster.problems:
        assert 0 <= problem.row <= len(rows) + 1
        assert (
            problem.row == 0 or problem.column or problem.code in ("rows_above", "two_row_header", "no_rows")
        )
        assert all(isinstance(value, str) for value in problem.values.values())


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(JUNK, max_size=10), max_size=10))
def test_rows_without_a_known_heading_never_crash(rows):
    parse(rows, Known())


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(JUNK, min_size=6, max_size=6), max_size=6))
def test_what_was_read_and_written_reads_the_same(body):
    headers = ["单位名称", "姓名", "职务", "职工人数", "场地", "备注"]
    first = parse([headers, *body], Known())
    lines = lines_of(first.units)
    columns = [column.zh for column in COLUMNS]
    again = parse([columns, *[[line.get(c.key, "") for c in COLUMNS] for line in lines]], Known())
    assert lines_of(again.units) == lines
