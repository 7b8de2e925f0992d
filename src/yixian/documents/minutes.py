"""The minutes of a meeting as an editable office file (DOCX), in the layout of GB/T 9704-2012.

A4 with a type area of 156 × 225 mm, 22 lines of 28 characters. The file names the fonts that offices have;
the character pitch is 15.79 pt (16 pt with −0.2 pt spacing, because 28 × 16 pt is wider than the type area),
and the line pitch 28.99 pt is kept by exact spacing and a grid of lines, which every word processor honours.
"""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from yixian.documents.minutes_paper import MinutesPaper

BODY, TITLE, HEADING, NUMBER = "仿宋_GB2312", "方正小标宋简体", "黑体", "宋体"
THREE, TWO, FOUR, MARK = 16, 22, 14, 36  # 三号, 二号, 四号, and the mark, in points
LINE = 28.99
RED = RGBColor(0xC0, 0x00, 0x00)
NUMERALS = "一二三四五六七八九十"


def minutes_docx(paper: MinutesPaper) -> bytes:
    """The file's bytes. Control characters that XML cannot hold are left out of every text."""
    document = Document()
    _page(document)
    _style(document)
    _mark(document, paper)
    _line(document, paper.title, font=TITLE, size=TWO, align=WD_ALIGN_PARAGRAPH.CENTER, indent=False)
    _line(document, "", indent=False)
    if paper.lead:
        _line(document, paper.lead)
    for number, section in enumerate(paper.sections, 1):
        _line(document, f"{numeral(number)}、{section.heading}", font=HEADING)
        for text in section.paragraphs:
            _line(document, text)
    if paper.attendance:
        _line(document, "", indent=False)
    for label, names in paper.attendance:
        _attendance(document, label, names)
    _footers(document)
    document.core_properties.title = _clean(paper.title)
    document.core_properties.author = ""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def numeral(number: int) -> str:
    """一, 二 … 十, 十一 … for headings; up to ninety-nine."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{NUMERALS[tens - 1]}十"
    return head + (NUMERALS[ones - 1] if ones else "")


def _clean(text: str) -> str:
    return "".join(
        each for each in text if each in "\n\t" or (ord(each) >= 0x20 and each not in "\ufffe\uffff")
    )


def _page(document: Any) -> None:
    """A4, the type area, and a grid of lines."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is None:
        grid = OxmlElement("w:docGrid")
        section._sectPr.append(grid)
    grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(round(LINE * 20)))


def _style(document: Any) -> None:
    """Body text: 三号仿宋, exact line pitch, no space between paragraphs."""
    style = document.styles["Normal"]
    _font(style.element.get_or_add_rPr(), BODY)
    style.font.size = Pt(THREE)
    shape = style.paragraph_format
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(LINE)
    shape.space_before = shape.space_after = Pt(0)


def _font(properties: Any, name: str) -> None:
    """Name the font for Chinese and for Latin characters, and say that doubtful ones are Chinese."""
    fonts = properties.find(qn("w:rFonts"))
    if fonts is None:
        fonts = OxmlElement("w:rFonts")
        properties.insert(0, fonts)
    for key in ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(key), name)
    for key in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(key), None)
    fonts.set(qn("w:hint"), "eastAsia")


def _run(paragraph: Paragraph, text: str, *, font: str = BODY, size: int = THREE) -> Any:
    run = paragraph.add_run(_clean(text))
    run.font.size = Pt(size)
    _font(run._r.get_or_add_rPr(), font)
    if size == THREE:
        spacing = OxmlElement("w:spacing")
        spacing.set(qn("w:val"), "-4")  # twentieths of a point
        run._r.get_or_add_rPr().append(spacing)
    return run


def _line(
    document: Any, text: str, *, font: str = BODY, size: int = THREE, align: Any = None, indent: bool = True
) -> Paragraph:
    paragraph = document.add_paragraph()
    if align is not None:
        paragraph.alignment = align
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(2 * 15.79)
    _run(paragraph, text, font=font, size=size)
    return paragraph


def _mark(document: Any, paper: MinutesPaper) -> None:
    """The red mark, who issued it and when, and the red line of the type area's width."""
    mark = document.add_paragraph()
    mark.alignment = WD_ALIGN_PARAGRAPH.CENTER
    mark.paragraph_format.line_spacing = Pt(MARK * 1.4)
    _run(mark, paper.mark, font=TITLE, size=MARK).font.color.rgb = RED
    issued = document.add_paragraph()
    issued.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _run(issued, paper.issued)
    borders = OxmlElement("w:pBdr")
    rule = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "12"), ("space", "6"), ("color", "C00000")):
        rule.set(qn(f"w:{key}"), value)
    borders.append(rule)
    issued._p.get_or_add_pPr().append(borders)
    _line(document, "", indent=False)


def _attendance(document: Any, label: str, names: str) -> None:
    """Label in 黑体, names hanging behind it."""
    paragraph = document.add_paragraph()
    width = Pt((len(label) + 1) * 15.79)
    paragraph.paragraph_format.left_indent = width
    paragraph.paragraph_format.first_line_indent = -width
    _run(paragraph, f"{label}：", font=HEADING)
    _run(paragraph, names)


def _footers(document: Any) -> None:
    """Page numbers as — 1 —, odd pages on the right, even pages on the left."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, align in (
        (section.footer, WD_ALIGN_PARAGRAPH.RIGHT),
        (section.even_page_footer, WD_ALIGN_PARAGRAPH.LEFT),
    ):
        footer.is_linked_to_previous = False
        paragraph = footer.paragraphs[0]
        paragraph.alignment = align
        _run(paragraph, "— ", font=NUMBER, size=FOUR)
        run = _run(paragraph, "", font=NUMBER, size=FOUR)
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            part = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                part.set(qn("w:fldCharType"), kind)
            else:
                part.text = text
            run._r.append(part)
        _run(paragraph, " —", font=NUMBER, size=FOUR)
