"""The minutes of a meeting as an editable office file (DOCX), in the layout of GB/T 9704-2012.

A4 with a type area of 156 × 225 mm, 22 lines of 28 characters. The file names the fonts that offices have;
the character pitch is 15.79 pt (16 pt with −0.2 pt spacing, because 28 × 16 pt is wider than the type area),
and the line pitch 28.99 pt is kept by exact spacing and a grid of lines, which every word processor honours.
"""

from collections.abc import Iterator

from yixian.documents.minutes_frame import packed
from yixian.documents.minutes_paper import MinutesPaper
from yixian.documents.minutes_text import (
    CENTRE,
    HEADING,
    INDENT,
    MARK,
    RED,
    RULE,
    TITLE,
    TWO,
    clean,
    hanging,
    paragraph,
    run,
)

NUMERALS = "一二三四五六七八九十"


def minutes_docx(paper: MinutesPaper) -> bytes:
    """The file's bytes. Control characters that XML cannot hold are left out of every text."""
    return packed(clean(paper.title), "".join(_paragraphs(paper)))


def numeral(number: int) -> str:
    """一, 二 … 十, 十一 … for headings; up to ninety-nine."""
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{NUMERALS[tens - 1]}十"
    return head + (NUMERALS[ones - 1] if ones else "")


def _paragraphs(paper: MinutesPaper) -> Iterator[str]:
    """The whole text: head, title, numbered sections, attendance."""
    yield from _head(paper)
    yield paragraph(run(paper.title, font=TITLE, size=TWO), shape=CENTRE)
    yield paragraph(run(""))
    if paper.lead:
        yield paragraph(run(paper.lead), shape=INDENT)
    for number, section in enumerate(paper.sections, 1):
        yield paragraph(run(f"{numeral(number)}、{section.heading}", font=HEADING), shape=INDENT)
        for text in section.paragraphs:
            yield paragraph(run(text), shape=INDENT)
    if paper.attendance:
        yield paragraph(run(""))
    for label, names in paper.attendance:
        heading = run(f"{label}：", font=HEADING)
        yield paragraph(heading, run(names), shape=hanging(len(label) + 1))


def _head(paper: MinutesPaper) -> Iterator[str]:
    """The red mark, who issued it and when, and the red line of the type area's width."""
    pitch = f'<w:spacing w:line="{round(MARK * 1.4 * 20)}" w:lineRule="exact"/>'
    yield paragraph(run(paper.mark, font=TITLE, size=MARK, colour=RED), shape=pitch + CENTRE)
    yield paragraph(run(paper.issued), shape=RULE + CENTRE)
    yield paragraph(run(""))
