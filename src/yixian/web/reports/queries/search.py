"""One search across what the person may see: members, people (office), meetings, problems, experiences."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Replace
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.learning.queries.library import experiences_visible_to
from yixian.web.learning.queries.library import search as search_experiences
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.organisations.models import Member
from yixian.web.problems.queries.register import problems_visible_to
from yixian.web.shared import policy
from yixian.web.shared.text import fold

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


def _named(rows: QuerySet[Any], words: str, *fields: str) -> QuerySet[Any]:
    """Rows whose name holds the words, or whose pinyin does when the words are plain letters."""
    hit = Q()
    for field in fields:
        hit |= Q(**{f"{field}__icontains": words})
    if LETTERS.fullmatch(words.lower()):
        rows = rows.annotate(letters=_letters())
        hit |= Q(letters__contains=words.lower().replace(" ", ""))
    return rows.filter(hit)


def _letters() -> Any:
    """The stored pinyin without tones and spaces."""
    letters: Any = "pinyin"
    for sign in " 12345":
        letters = Replace(letters, Value(sign), Value(""))
    return letters


def _joined(*parts: Any) -> str:
    """What a hit is more exactly, without empty parts."""
    return " · ".join(str(part) for part in parts if part)


def _group(title: str, found: list[Found], name: str, words: str, **query: str) -> Group:
    more = f"{reverse(name)}?{urlencode({'q': words, **query})}" if len(found) > SHOWN else ""
    return Group(title, found[:SHOWN], more)


def _members(person: Person, words: str) -> Group:
    prefix = reverse("organisations:members")
    rows = _named(Member.objects.filter(federation_id=person.federation_id), words, "name", "short_name")
    found = [
        Found(each.name, each.get_industry_display(), f"{prefix}{each.pk}/") for each in rows[: SHOWN + 1]
    ]
    return _group(_("Member unions"), found, "organisations:members", words)


def _people(person: Person, words: str) -> Group:
    prefix = reverse("accounts:people")
    people = Person.objects.filter(federation_id=person.federation_id, erased_at=None).select_related(
        "member"
    )
    rows = _named(people, words, "name")[: SHOWN + 1]
    found = [Found(p.name, _joined(p.member, p.post_name), f"{prefix}{p.pk}/") for p in rows]
    return _group(_("People"), found, "accounts:people", words)


def _meetings(person: Person, words: str) -> Group:
    prefix = reverse("meetings:list")
    hit = Q(title__icontains=words) | Q(host__name__icontains=words) | Q(venue__name__icontains=words)
    rows = meetings_visible_to(person).filter(hit)[: SHOWN + 1]
    found = [
        Found(
            each.title,
            _joined(each.held_on, each.host),
            f"{prefix}{each.pk}/",
        )
        for each in rows
    ]
    return _group(_("Meetings"), found, "meetings:list", words, when="all")


def _problems(person: Person, words: str) -> Group:
    prefix = reverse("problems:list")
    hit = Q(title__icontains=words) | Q(description__icontains=words)
    rows = problems_visible_to(person).filter(hit).select_related("member")[: SHOWN + 1]
    found = [
        Found(each.title, _joined(each.member, each.get_state_display()), f"{prefix}{each.pk}/")
        for each in rows
    ]
    return _group(_("Problems"), found, "problems:list", words)


def _experiences(person: Person, words: str) -> Group:
    prefix = f"{reverse('learning:experiences')}experiences/"
    rows = search_experiences(experiences_visible_to(person), words).select_related("member", "topic")[
        : SHOWN + 1
    ]
    found = [
        Found(
            each.title,
            _joined(each.member, each.topic),
            f"{prefix}{each.pk}/",
        )
        for each in rows
    ]
    return _group(_("Experiences"), found, "learning:experiences", words)
