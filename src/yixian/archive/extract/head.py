"""Title, publisher, day of publication and authors: what stands around the running text."""

from __future__ import annotations

import re
from datetime import date

from yixian.archive.clean.text import CleanText
from yixian.archive.draft import Author
from yixian.archive.extract.dates import full_dates
from yixian.archive.extract.people import name_at
from yixian.archive.facts import Fact

_SOURCE = re.compile(r"(?:来源|出处)\s*:\s*(?P<source>[^\s,。;:|()]{2,30})")
_DATELINE = re.compile(
    r"(?:^|\n)[(]?(?P<source>[\u4e00-\u9fff]{2,14}(?:日报|晚报|晨报|时报|网|社|报|电视台|融媒))(?:讯|电)"
)
_MEDIA_LINE = re.compile(
    r"[\u4e00-\u9fff]{2,12}(?:日报|晚报|晨报|时报|工人报|网|电视台|融媒体中心|融媒|客户端)"
)
_ROLES = (
    ("editor", re.compile(r"(?:责任编辑|责编|编辑)[:\s]*")),
    ("correspondent", re.compile(r"(?:特约)?通讯员[:\s]*")),
    ("photographer", re.compile(r"(?:摄影|摄)[:/]\s*")),
    ("reporter", re.compile(r"(?<!本报)(?:全媒体)?记者[:\s]*|本报记者[:\s]*")),
    ("author", re.compile(r"(?:作者|撰稿|供稿|文)[:/]\s*")),
)
_LABEL = re.compile(r"(?:标题|题目|主题)\s*:\s*")
_NEXT = re.compile(r"[、\s]\s*")
_SPECIALS = re.compile(r"来源|时间|日期|编辑|获悉|从|在|近日|了解|采访")


def title(text: CleanText, has_title: bool) -> Fact[str] | None:
    """The headline; less sure where no byline marks where it ends."""
    end = text.original.find("\n")
    end = len(text.original) if end < 0 else end
    if not has_title or not text.simplified[:end].strip():
        return None
    byline = text.body_start > end + 1
    label = _LABEL.match(text.folded[:end])
    return text.words(
        (label.end() if label else 0, end),
        "high" if byline else "medium",
        note="" if byline else "title_by_position",
    )


def source(text: CleanText) -> Fact[str] | None:
    """The publisher: named after 来源, in the dateline of an agency, or alone on a line of the byline."""
    match = _SOURCE.search(text.folded)
    if match:
        return text.words(match.span("source"))
    match = _DATELINE.search(text.folded, max(0, text.body_start - 1))
    if match:
        return text.words(match.span("source"), "medium", note="source_from_dateline")
    start = text.folded.find("\n") + 1
    for line in re.finditer(r"[^\n]+", text.folded[start : text.body_start]):
        if _MEDIA_LINE.fullmatch(line[0]):
            return text.words((start + line.start(), start + line.end()), "medium", note="source_by_position")
    return None


def published(text: CleanText) -> Fact[date] | None:
    """The day of publication: a full date in the byline, or alone on a line after the running text."""
    for day in full_dates(text.folded, 0, text.body_start):
        if day.value:
            return text.fact(day.value, (day.start, day.end))
    for line in re.finditer(r"[^\n]+", text.folded):
        found = list(full_dates(text.folded, *line.span()))
        if len(line[0]) <= 30 and found and found[0].value and line.start() >= text.body_start:
            day = found[0]
            return text.fact(found[0].value, (day.start, day.end), "medium", note="date_by_position")
    return None


def authors(text: CleanText) -> tuple[Author, ...]:
    """Everybody named after 记者, 通讯员, 作者, 摄影 or 编辑, each name once in its first role."""
    found: dict[str, Author] = {}
    for role, pattern in _ROLES:
        for match in pattern.finditer(text.folded):
            if not _is_credit(text, match.start()):
                continue
            for author in _names(text, match.end(), role):
                found.setdefault(author.name.value, author)
    return tuple(sorted(found.values(), key=lambda author: author.name.start))


def _is_credit(text: CleanText, at: int) -> bool:
    """Whether a position stands in the byline, in a short line, or in a dateline's brackets."""
    if at < text.body_start:
        return True
    start = text.folded.rfind("\n", 0, at) + 1
    end = text.folded.find("\n", at)
    line = text.folded[start : end if end >= 0 else len(text.folded)]
    if len(line) <= 30 and "。" not in line:
        return True
    return "(" in text.folded[max(start, at - 12) : at] and ")" in text.folded[at : at + 24]


def _names(text: CleanText, at: int, role: str) -> list[Author]:
    """The names from a position on, parted by blanks or enumeration commas."""
    found: list[Author] = []
    while True:
        name = name_at(text.folded, at)
        if not name or _SPECIALS.search(text.folded[slice(*name[0])]):
            return found
        found.append(Author(text.words(*name), role))
        more = _NEXT.match(text.folded, name[0][1])
        if not more or "\n" in more[0]:
            return found
        at = more.end()
