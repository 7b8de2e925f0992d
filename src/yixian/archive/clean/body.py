"""Which lines of a page are the report: title, byline and running text, without what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yixian.archive.clean.markup import Marked
from yixian.archive.clean.script import to_simplified
from yixian.archive.lexicon.page_parts import BULLET, BYLINE, EDITOR, FOOTER, NAVIGATION

_SENTENCE = re.compile(r"[。！？!?；].{0,3}$|[。！？].{4,}")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_FINISHED = re.compile(r"[。！？!?；：:”’」』）)…>]$")
_SHORT = 60
_WRAP = 15


@dataclass(frozen=True)
class Body:
    """The kept lines; `title` tells whether line 0 is the title, `head` how many lines are title and byline."""

    lines: tuple[str, ...]
    title: bool
    head: int


def find_body(marked: Marked) -> Body:
    """The report's own lines in order: title (if there is one), byline lines, running text, editor."""
    lines = _without_footer([BULLET.sub("", line) for line in _joined(marked.lines)])
    first = next((n for n, line in enumerate(lines) if _is_sentence(line)), len(lines))
    head, body = lines[:first], [line for line in lines[first:] if line]
    if marked.surroundings:
        head = _page_head(marked, body) + head
    bylines = [line for line in dict.fromkeys(head) if line and _is_byline(line)]
    title = marked.title or _title(head)
    body = [line for line in body if line != title]
    extra = [
        line for line in (marked.published, marked.source) if line and not any(line in b for b in bylines)
    ]
    kept = [title, *bylines, *extra] if title else [*bylines, *extra]
    return Body((*kept, *body), bool(title), len(kept))


def _folded(line: str) -> str:
    """A line in the form that the lexicon's patterns are written in."""
    return to_simplified(line).replace("：", ":").replace("（", "(")


def _is_sentence(line: str) -> bool:
    """Whether a line is running text."""
    return bool(_SENTENCE.search(line)) and len(_CHINESE.findall(line)) >= 8 and not _is_byline(line)


def _is_byline(line: str) -> bool:
    """Whether a short line tells source, day or author."""
    return len(line) <= _SHORT and "。" not in line and bool(BYLINE.search(_folded(line)))


def _without_footer(lines: list[str]) -> list[str]:
    """The lines up to the editor's line, or up to the first footer line after the running text began."""
    begun = False
    for number, line in enumerate(lines):
        begun = begun or _is_sentence(line)
        folded = _folded(line) if begun and len(line) <= 2 * _SHORT else ""
        if EDITOR.search(folded):
            return lines[: number + 1]
        if FOOTER.search(folded) and not _is_sentence(line):
            return lines[:number]
    return lines


def _title(head: list[str]) -> str:
    """The last plain line before the first byline; without a byline, the longest plain line."""
    first = next((n for n, line in enumerate(head) if line and _is_byline(line)), len(head))
    plain = [line for line in head[:first] if _CHINESE.search(line) and not NAVIGATION.search(_folded(line))]
    if not plain:
        return ""
    return plain[-1] if first < len(head) else max(plain, key=len)


def _page_head(marked: Marked, body: list[str]) -> list[str]:
    """Byline lines that stand on the page before the main text begins, which trafilatura leaves out."""
    opening = body[0][:20] if body else ""
    start = next((n for n, line in enumerate(marked.surroundings) if opening and opening in line), 0)
    return [line for line in marked.surroundings[max(0, start - 12) : start] if _is_byline(line)]


def _joined(lines: tuple[str, ...]) -> list[str]:
    """Lines that a mail program or editor wrapped in the middle of a sentence, joined again."""
    joined: list[str] = []
    for line in lines:
        before = joined[-1] if joined else ""
        wrapped = len(before) >= _WRAP and not _FINISHED.search(before) and not _is_byline(before)
        if line and wrapped and _CHINESE.search(before) and not BULLET.match(line) and not _is_byline(line):
            joined[-1] = before + line
        else:
            joined.append(line)
    return joined
