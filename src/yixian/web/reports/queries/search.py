"""One search across what the person may see: members, people (office), meetings, problems, experiences."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Replace
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.queries.people import people_visible_to
from yixian.web.learning.queries.library import experiences_visible_to
from yixian.web.learning.queries.library import search as search_experiences
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.organisations.models import Industry
from yixian.web.organisations.queries.members import members_visible_to
from yixian.web.problems.models import Problem
from yixian.web.problems.queries.register import problems_visible_to
from yixian.web.shared import policy
from yixian.web.shared.prepared import Asker, PreparedRows
from yixian.web.shared.text import fold
from yixian.web.shared.writing import options_of

SHOWN = 8
LETTERS = re.compile(r"[a-z ]+")


@dataclass(frozen=True)
class Found:
    """One hit: its name, what it is more exactly, and its page."""

    name: str
    more: str
    url: str


@dataclass(frozen=True)
class Group:
    """The hits of one kind; `more_url` opens the full list where it can be searched."""

    title: str
    found: list[Found]
    more_url: str


def search(person: Person, words: str) -> list[Group]:
    """The groups with hits, at most eight hits each and a link to the rest (five queries)."""
    words = fold(words)[:60]
    if not words:
        return []
    groups = [_members(person, words)]
    if policy.may(person, "accounts.see_people"):
        groups.append(_people(person, words))
    groups += [_meetings(person, words), _problems(person, words), _experiences(person, words)]
    return [group for group in groups if group.found]


class Finder:
    """Rows that hold words in one of some fields, or whose pinyin does when the words are plain letters."""

    def __init__(
        self,
        rows: Callable[[Person], QuerySet[Any]],
        fields: tuple[str, ...],
        columns: tuple[str, ...],
        *,
        by_pinyin: bool = False,
    ) -> None:
        self.by_pinyin = by_pinyin

        def in_fields(by: Person, words: str) -> QuerySet[Any]:
            return rows(by).filter(_holds(words, fields)).values_list(*columns)[: SHOWN + 1]

        def in_letters(by: Person, words: str, letters: str) -> QuerySet[Any]:
            hit = _holds(words, fields) | Q(_letters__contains=Value(letters))
            return rows(by).alias(_letters=_letters()).filter(hit).values_list(*columns)[: SHOWN + 1]

        self.in_fields = PreparedRows(in_fields, by=Asker, words=str)
        self.in_letters = PreparedRows(in_letters, by=Asker, words=str, letters=str)

    def found(self, person: Person, words: str) -> list[Any]:
        """The first rows, one more than are shown."""
        letters = words.lower()
        if self.by_pinyin and LETTERS.fullmatch(letters):
            return self.in_letters.all(by=person, words=words, letters=letters.replace(" ", ""))
        return self.in_fields.all(by=person, words=words)


def _holds(words: str, fields: tuple[str, ...]) -> Q:
    hit = Q()
    for field in fields:
        hit |= Q(**{f"{field}__icontains": Value(words)})
    return hit


def _letters() -> Any:
    """The stored pinyin without tones and spaces."""
    letters: Any = "pinyin"
    for sign in " 12345":
        letters = Replace(letters, Value(sign), Value(""))
    return letters


MEMBERS = Finder(members_visible_to, ("name", "short_name"), ("pk", "name", "industry"), by_pinyin=True)
PEOPLE = Finder(
    lambda by: people_visible_to(by).filter(erased_at=None),
    ("name",),
    ("pk", "name", "member__short_name", "post_title", "post"),
    by_pinyin=True,
)
MEETINGS = Finder(
    meetings_visible_to,
    ("title", "host__name", "venue__name"),
    ("pk", "title", "held_on", "host__short_name"),
)
PROBLEMS = Finder(
    problems_visible_to, ("title", "description"), ("pk", "title", "member__short_name", "state")
)


def _joined(*parts: Any) -> str:
    """What a hit is more exactly, without empty parts."""
    return " · ".join(str(part) for part in parts if part)


def _group(title: str, found: list[Found], name: str, words: str, **query: str) -> Group:
    more = f"{reverse(name)}?{urlencode({'q': words, **query})}" if len(found) > SHOWN else ""
    return Group(title, found[:SHOWN], more)


def _members(person: Person, words: str) -> Group:
    prefix, industries = reverse("organisations:members"), options_of(Industry).words
    rows = MEMBERS.found(person, words)
    found = [Found(name, industries[industry], f"{prefix}{pk}/") for pk, name, industry in rows]
    return _group(_("Member unions"), found, "organisations:members", words)


def _people(person: Person, words: str) -> Group:
    prefix, posts = reverse("accounts:people"), options_of(Person.Post).words
    found = [
        Found(name, _joined(member, title or posts.get(post, "")), f"{prefix}{pk}/")
        for pk, name, member, title, post in PEOPLE.found(person, words)
    ]
    return _group(_("People"), found, "accounts:people", words)


def _meetings(person: Person, words: str) -> Group:
    prefix = reverse("meetings:list")
    found = [
        Found(title, _joined(held_on, host), f"{prefix}{pk}/")
        for pk, title, held_on, host in MEETINGS.found(person, words)
    ]
    return _group(_("Meetings"), found, "meetings:list", words, when="all")


def _problems(person: Person, words: str) -> Group:
    prefix, states = reverse("problems:list"), options_of(Problem.State).words
    found = [
        Found(title, _joined(member, states[state]), f"{prefix}{pk}/")
        for pk, title, member, state in PROBLEMS.found(person, words)
    ]
    return _group(_("Problems"), found, "problems:list", words)


def _experiences(person: Person, words: str) -> Group:
    prefix = f"{reverse('learning:experiences')}experiences/"
    hits = search_experiences(experiences_visible_to(person), words)
    rows = hits.values_list("pk", "title", "member__short_name", "topic__name")[: SHOWN + 1]
    found = [Found(title, _joined(member, topic), f"{prefix}{pk}/") for pk, title, member, topic in rows]
    return _group(_("Experiences"), found, "learning:experiences", words)
