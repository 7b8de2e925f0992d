"""Paragraphs of a paper as WordprocessingML text: written directly, since a paper has hundreds of pieces."""

import re
from xml.sax.saxutils import escape

BODY, TITLE, HEADING, NUMBER = "仿宋_GB2312", "方正小标宋简体", "黑体", "宋体"
THREE, TWO, FOUR, MARK = 16, 22, 14, 36  # 三号, 二号, 四号, and the mark, in points
LINE, PITCH = 28.99, 15.79  # between lines and between characters, in points
RED = "C00000"
RULE = f'<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="{RED}"/></w:pBdr>'
CENTRE = '<w:jc w:val="center"/>'
INDENT = f'<w:ind w:firstLine="{round(2 * PITCH * 20)}"/>'
NOT_IN_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
BREAKS = {"\t": "<w:tab/>", "\n": "<w:br/>"}


def clean(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return NOT_IN_XML.sub("", text)


def paragraph(*runs: str, shape: str = "") -> str:
    """A paragraph of runs; `shape` is the inside of its properties, in the order of the schema."""
    properties = f"<w:pPr>{shape}</w:pPr>" if shape else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def run(text: str, *, font: str = BODY, size: int = THREE, colour: str = "") -> str:
    """Text of one font (Chinese and Latin alike) and size in points; 三号 is set 0.2 pt closer."""
    red = f'<w:color w:val="{colour}"/>' if colour else ""
    closer = '<w:spacing w:val="-4"/>' if size == THREE else ""
    fonts = " ".join(f'w:{key}="{font}"' for key in ("ascii", "hAnsi", "eastAsia", "cs"))
    properties = f'<w:rFonts {fonts} w:hint="eastAsia"/>{red}{closer}<w:sz w:val="{size * 2}"/>'
    return f"<w:r><w:rPr>{properties}</w:rPr>{_pieces(clean(text))}</w:r>"


def hanging(characters: int) -> str:
    """The shape of a paragraph whose further lines stand that many characters in."""
    width = round(characters * PITCH * 20)
    return f'<w:ind w:left="{width}" w:hanging="{width}"/>'


def _pieces(text: str) -> str:
    """Text with its tabs and line breaks as elements of their own."""
    parts = re.split("([\t\n])", text)
    return "".join(
        BREAKS.get(part) or f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in parts if part
    )
