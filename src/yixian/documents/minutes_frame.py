"""What is the same in every file of minutes: page, styles, page numbers. Made once per process.

Nineteen parts are packed, of which two differ between papers: the text and the title among the properties.
So the others are compressed once; a paper is a copy of that package with its own two parts added.
"""

from functools import cache
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from yixian.documents.minutes_text import BODY, FOUR, LINE, NUMBER, THREE

TEXT, PROPERTIES = "word/document.xml", "docProps/core.xml"
END_OF_BODY = "<w:sectPr"
TITLE = "\ue000title\ue000"


def packed(title: str, body: str) -> bytes:
    """The file's bytes: the frame with a title among its properties and a body of paragraphs (XML)."""
    package, text, properties = _frame()
    out = BytesIO()
    out.write(package)
    with ZipFile(out, "a", ZIP_DEFLATED) as file:
        file.writestr(TEXT, text.replace(END_OF_BODY, body + END_OF_BODY, 1))
        file.writestr(PROPERTIES, properties.replace(TITLE, escape(title)))
    return out.getvalue()


@cache
def _frame() -> tuple[bytes, str, str]:
    """The package without the two parts that differ, and these two."""
    document = Document()
    _page(document)
    _style(document)
    _footers(document)
    about = document.core_properties
    about.title, about.author, about.comments = TITLE, "", ""
    made, package = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as whole:
        parts = {name: whole.read(name) for name in whole.namelist()}
    text, properties = parts.pop(TEXT).decode(), parts.pop(PROPERTIES).decode()
    with ZipFile(package, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return package.getvalue(), text, properties


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
        _number_run(paragraph, "— ")
        run = _number_run(paragraph, "")
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            part = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                part.set(qn("w:fldCharType"), kind)
            else:
                part.text = text
            run._r.append(part)
        _number_run(paragraph, " —")


def _number_run(paragraph: Any, text: str) -> Any:
    run = paragraph.add_run(text)
    run.font.size = Pt(FOUR)
    _font(run._r.get_or_add_rPr(), NUMBER)
    return run
