"""People named with organisation and post, in the three ways in which reports introduce them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yixian.archive.extract.organisations import Mention
from yixian.archive.facts import Confidence
from yixian.archive.lexicon.organisations import ANAPHORA
from yixian.archive.lexicon.posts import AFTER_NAME, HEADS
from yixian.archive.lexicon.surnames import COMPOUND, SINGLE

_HEAD = "|".join(sorted(HEADS, key=len, reverse=True))
_ONE_POST = rf"[\u4e00-\u9fff]{{0,10}}?(?:{_HEAD})"
_POSTS = re.compile(rf"(?P<posts>{_ONE_POST}(?:(?:[、,]|兼任?){_ONE_POST}|兼任?{_ONE_POST})*)")
_ANAPHORA = re.compile("|".join(sorted(ANAPHORA, key=len, reverse=True)))
_SPEECH = "说讲称笑问"
_NAME = "[\u4e00-\u9fff·]"
_FOLLOWS = re.compile(rf"(?:{'|'.join(sorted(AFTER_NAME, key=len, reverse=True))}|[^\u4e00-\u9fff]|$)")
_POST_WORD = re.compile(_HEAD)


@dataclass(frozen=True)
class Person:
    """Spans of a name, its post and its organisation in the folded text; `pointer` marks 该集团 and the like."""

    name: tuple[int, int]
    post: tuple[int, int] | None
    organisation: tuple[int, int] | None
    pointer: bool
    confidence: Confidence


def people(text: str, mentions: tuple[Mention, ...], start: int = 0) -> tuple[Person, ...]:
    """Everybody introduced with a post from a position on, in order; the first introduction of a name counts."""
    found = [*_introduced(text, mentions, start), *_explained(text, mentions)]
    first: dict[str, Person] = {}
    for person in sorted(found, key=lambda p: p.name):
        first.setdefault(text[slice(*person.name)], person)
    return tuple(first.values())


def name_at(text: str, start: int) -> tuple[tuple[int, int], Confidence] | None:
    """The person's name that begins at a position; its length is settled by the word that comes after."""
    compound = text[start : start + 2] in COMPOUND
    if not compound and text[start : start + 1] not in SINGLE:
        return None
    lengths = (4, 3) if compound else (3, 2)
    fits = [
        n
        for n in lengths
        if re.fullmatch(f"{_NAME}{{{n}}}", text[start : start + n]) and _FOLLOWS.match(text, start + n)
    ]
    fits = [n for n in fits if not _POST_WORD.search(text[start : start + n])]
    if not fits:
        return None
    if len(fits) > 1 and text[start + fits[-1]] in _SPEECH:
        return (start, start + fits[-1]), "high"
    closed = [n for n in fits if re.match(r"[^\u4e00-\u9fff]|$", text[start + n :])]
    best = (closed or fits)[0]
    doubtful = len(fits) > 1 and not closed and not text[start + fits[-1] :].startswith(("和平", "向", "作"))
    return (start, start + best), "medium" if doubtful else "high"


def _introduced(text: str, mentions: tuple[Mention, ...], start: int) -> Iterator[Person]:
    """Organisation, post, name: 甲公司工会主席张三."""
    for mention in mentions:
        yield from _after(text, mention.end, (mention.start, mention.end), pointer=False)
    for match in _ANAPHORA.finditer(text, start):
        inside = any(m.start <= match.start() < m.end for m in mentions)
        if not inside:
            yield from _after(text, match.end(), match.span(), pointer=True)


def _after(text: str, at: int, organisation: tuple[int, int], *, pointer: bool) -> Iterator[Person]:
    """A post that begins at a position and the name after it."""
    match = _POSTS.match(text, at + 1 if text[at : at + 1] == "的" else at)
    found = name_at(text, match.end()) if match else None
    if match and found:
        yield Person(found[0], match.span("posts"), organisation, pointer, found[1])


def _explained(text: str, mentions: tuple[Mention, ...]) -> Iterator[Person]:
    """Name, link, organisation, post: 张三是甲公司工会主席."""
    for mention in mentions:
        for link in ("是", "系", "现任", "担任", "任", ","):
            name_end = mention.start - len(link)
            post = _POSTS.match(text, mention.end)
            if name_end < 2 or not post or not text.startswith(link, name_end):
                continue
            if name_at(text, post.end()):
                continue
            for length in (3, 2, 4):
                begin = name_end - length
                found = name_at(text, begin) if begin >= 0 and _opens(text, begin) else None
                if found and found[0][1] == name_end:
                    yield Person(found[0], post.span("posts"), (mention.start, mention.end), False, found[1])
                    break


def _opens(text: str, at: int) -> bool:
    """Whether a position is the start of a clause."""
    return at == 0 or not re.match("[\u4e00-\u9fffA-Za-z0-9]", text[at - 1])
