"""Names of organisations in running text: they end in a known word and begin after a boundary."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from yixian.archive.lexicon.organisations import BOUNDARY_WORDS, GENERIC, PROTECTED, SUFFIXES

_RUN = re.compile(
    r"[\u4e00-\u9fffA-Za-z0-9·&-]+(?:\([\u4e00-\u9fffA-Za-z0-9]{1,12}\)[\u4e00-\u9fffA-Za-z0-9·&-]*)*"
)
_KIND_OF = {suffix: kind for kind, suffixes in SUFFIXES.items() for suffix in suffixes}
_SUFFIX = re.compile("|".join(sorted(_KIND_OF, key=len, reverse=True)))
_BOUNDARY = re.compile("|".join(sorted(BOUNDARY_WORDS, key=len, reverse=True)))
_COUNTED = re.compile(r"^(?:\d+月\d+[日号]|\d+年|[\d一二两三四五六七八九十百余多几数]+[家个名位所]?)")
_PLACE = re.compile(r"^[\u4e00-\u9fff]{1,8}(?:省|市|区|县|自治区|州)$")
_HAS_UNION = re.compile(r"[省市区县镇乡村州局院校社]$|街道$|园区$|社区$")
_LONGEST = 40
_LEAST_OF_CENTRE = 3


@dataclass(frozen=True)
class Mention:
    """An organisation named at a span of the folded text; `sure` is False where its beginning is unclear."""

    start: int
    end: int
    name: str
    kind: str
    sure: bool = True
    place: int = 0
    """How many characters of a place stand before the name, such as those of a province."""


def organisations(text: str, start: int = 0) -> tuple[Mention, ...]:
    """All organisations named from a position on, one name for each even where a place stands before it."""
    found: list[Mention] = []
    for run in _RUN.finditer(text, start):
        found.extend(_in_run(text, run.start(), run.end()))
    return _agreed(tuple(found))


def _in_run(text: str, start: int, end: int) -> list[Mention]:
    """Organisations in one run of characters without punctuation."""
    found: list[Mention] = []
    left = start
    for match in _SUFFIX.finditer(text, start, end):
        if match.start() < left or _continues(text, match):
            continue
        begin, sure = _beginning(text, max(left, match.start() - _LONGEST), match.start(), left)
        base = text[begin : match.start()]
        if _names_somebody(base, match[0]):
            found.append(Mention(begin, match.end(), text[begin : match.end()], _KIND_OF[match[0]], sure))
            left = match.end()
        elif _KIND_OF[match[0]] != "union":
            left = match.end()
    return found


def _continues(text: str, match: re.Match[str]) -> bool:
    """Whether the ending is only a part of a longer one that comes right after, such as 公司 in 公司大厦."""
    following = _SUFFIX.match(text, match.end())
    if not following:
        return False
    if _KIND_OF[following[0]] == "union":
        return len(following[0]) > len("工会")
    return _KIND_OF[match[0]] == "enterprise" and _KIND_OF[following[0]] in ("enterprise", "building", "museum",
                                                                           "research_institute")  # fmt: skip


def _beginning(text: str, floor: int, end: int, left: int) -> tuple[int, bool]:
    """Where the name that ends its distinguishing part at `end` begins, and whether that is clear."""
    begin, sure = floor, floor == left
    for match in _boundaries(text[floor:end]):
        begin, sure = floor + match[1], len(text[floor + match[0] : floor + match[1]]) > 1 or sure
    counted = _COUNTED.match(text[begin:end])
    if counted and counted.end() < end - begin:
        begin += counted.end()
    return begin, sure or text[begin - 1 : begin] in "在到赴由与和据是了的对至"


@cache
def _boundaries(piece: str) -> tuple[tuple[int, int], ...]:
    """Spans of boundary words in a piece, those inside protected words left out."""
    covered = {
        at + offset
        for word in PROTECTED
        for match in re.finditer(word, piece)
        for at in (match.start(),)
        for offset in range(len(word))
    }
    return tuple(m.span() for m in _BOUNDARY.finditer(piece) if not covered & set(range(*m.span())))


def _names_somebody(base: str, suffix: str) -> bool:
    """Whether the part before the ending tells one organisation from the others."""
    if not base or base in GENERIC or not re.search("[\u4e00-\u9fffA-Za-z]", base):
        return False
    if suffix == "中心" and len(base) < _LEAST_OF_CENTRE:
        return False
    if suffix == "工会" and not _HAS_UNION.search(base):
        return False
    return not (
        len(base) == 1 and suffix in ("街道", "大学", "银行", "学院", "协会", "集团")
    ) and not base.startswith("(")


def _agreed(found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """The same organisation under one name: a place before it is left out where another mention does without."""
    names = {mention.name for mention in found if mention.sure}
    agreed = []
    for mention in found:
        shorter = [n for n in names if mention.name != n and mention.name.endswith(n)]
        shorter = [n for n in shorter if _PLACE.match(mention.name[: -len(n)])]
        if shorter and mention.kind not in ("union", "association"):
            name = min(shorter, key=len)
            place = len(mention.name) - len(name)
            mention = replace(mention, start=mention.start + place, name=name, sure=True, place=place)
        agreed.append(mention)
    return tuple(agreed)


def boundary_before(text: str, floor: int, end: int) -> int:
    """Where a name that ends at `end` begins: after the last boundary word or punctuation from `floor` on."""
    run = re.search(r"[\u4e00-\u9fffA-Za-z0-9]*$", text[floor:end])
    floor = floor + run.start() if run else end
    return _beginning(text, floor, end, floor)[0]
