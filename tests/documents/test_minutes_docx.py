"""The minutes as an office file: layout by the standard, fonts by the names that offices have."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from yixian.documents.minutes import minutes_docx, numeral
from yixian.documents.minutes_paper import MinutesPaper, PaperSection

PAPER = MinutesPaper(
    mark="甲区总工会会议纪要",
    issued="甲区总工会　2026年11月26日",
    title="“十一月现场例会”纪要",
    lead="",
    sections=[
        PaperSection("会议概况", ["会议在甲一召开。", "共四十人。"]),
        PaperSection("议程", ["1. 开场"]),
    ],
    attendance=[("出席（2人）", "丁一、丁二"), ("请假（1人）", "丁三")],
)


@pytest.fixture(scope="module")
def document():
    return Document(BytesIO(minutes_docx(PAPER)))


def font_of(run):
    fonts = run._r.rPr.find(qn("w:rFonts"))
    return fonts.get(qn("w:eastAsia")), fonts.get(qn("w:hint"))


def test_page_has_the_type_area_of_the_standard(document):
    section = document.sections[0]
    sizes = (
        section.page_width, section.page_height, section.top_margin, section.left_margin,
        section.page_width - section.left_margin - section.right_margin,
        section.page_height - section.top_margin - section.bottom_margin,
    )  # fmt: skip
    assert [round(size / Mm(1)) for size in sizes] == [210, 297, 37, 28, 156, 225]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "580")


def test_texts_stand_in_their_order(document):
    assert [each.text for each in document.paragraphs if each.text] == [
        "甲区总工会会议纪要", "甲区总工会　2026年11月26日", "“十一月现场例会”纪要",
        "一、会议概况", "会议在甲一召开。", "共四十人。", "二、议程", "1. 开场",
        "出席（2人）：丁一、丁二", "请假（1人）：丁三",
    ]  # fmt: skip


def test_fonts_are_named_and_hinted(document):
    fonts = {
        run.text: (*font_of(run), run.font.size.pt)
        for each in document.paragraphs
        for run in each.runs
        if run.text
    }
    shown = ("“十一月现场例会”纪要", "一、会议概况", "共四十人。", "出席（2人）：", "丁三")
    assert {text: fonts[text] for text in shown} == {
        "“十一月现场例会”纪要": ("方正小标宋简体", "eastAsia", 22.0),
        "一、会议概况": ("黑体", "eastAsia", 16.0),
        "共四十人。": ("仿宋_GB2312", "eastAsia", 16.0),
        "出席（2人）：": ("黑体", "eastAsia", 16.0),
        "丁三": ("仿宋_GB2312", "eastAsia", 16.0),
    }  # fmt: skip


def test_characters_are_set_at_the_pitch_of_the_standard(document):
    body = next(run for each in document.paragraphs for run in each.runs if run.text == "共四十人。")
    assert body._r.rPr.find(qn("w:spacing")).get(qn("w:val")) == "-4"
    assert document.styles["Normal"].paragraph_format.line_spacing.pt == pytest.approx(28.99, abs=0.06)


def test_page_numbers_stand_outside(document):
    section = document.sections[0]
    assert document.settings.odd_and_even_pages_header_footer
    assert [footer.paragraphs[0].text for footer in (section.footer, section.even_page_footer)] == [
        "—  —",
        "—  —",
    ]


@pytest.mark.parametrize("text", ["=1+1", "<w:p/>", "\x00\x0b坏", "&amp;", "玥喆堃珺"])
def test_any_text_stays_text(text):
    made = minutes_docx(MinutesPaper(text, text, text, text, [PaperSection(text, [text])], [(text, text)]))
    with ZipFile(BytesIO(made)) as archive:
        assert archive.testzip() is None
    clean = "".join(each for each in text if ord(each) >= 0x20)
    assert Document(BytesIO(made)).paragraphs[0].text == clean


@pytest.mark.parametrize(
    ("number", "words"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (34, "三十四")]
)
def test_numerals(number, words):
    assert numeral(number) == words
