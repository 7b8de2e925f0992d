"""Who is expected, who is there, who is missing."""

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple

from django.db.models import Count, Max, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django_scopes import scopes_disabled

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import CheckIn, Invitation, Meeting, Reply
from yixian.web.meetings.queries.ballots import Result, ballots_version, results_on_wall
from yixian.web.meetings.rules.checkin import BEFORE, code_fits, door_is_open
from yixian.web.meetings.words import listed
from yixian.web.organisations.models import Industry
from yixian.web.shared.prepared import PreparedRows
from yixian.web.shared.templatetags.ui_dates import clock
from yixian.web.shared.text import fold, pinyin_key

SHOWN = 60
LATEST = 8
NAMED = 120  # no wall shows more names that somebody could read


@dataclass(frozen=True)
class DeskRow:
    """One person at the desk."""

    pk: int
    name: str
    unit: str
    post: str
    arrived: str
    is_expected: bool


@dataclass(frozen=True)
class DeskPage:
    """The desk: who matches what was typed, expected ones first, and how many are there."""

    rows: list[DeskRow]
    hidden: int
    count: int
    expected: int
    q: str
    is_open: bool


@dataclass(frozen=True)
class Arrival:
    """One person's arrival on the wall."""

    name: str
    unit: str
    at: str


class Missing(NamedTuple):
    """Units of one place that are still to come: their names, as many as the wall shows, and how many they are."""

    place: str
    names: str
    number: int


@dataclass(frozen=True)
class WallPage:
    """The wall: how many of how many units, the latest arrivals, which units are still to come, and votes."""

    people: int
    units: int
    expected: int
    latest: list[Arrival]
    missing: list[Missing]
    missing_count: int
    votes: list[Result]


@lru_cache(maxsize=8192)
def letters(pinyin: str) -> tuple[str, str]:
    """All letters of a pinyin key, and the first of each syllable: `jia3 zhu3` gives `jiazhu`, `jz`."""
    syllables = re.findall(r"[a-zü]+", pinyin)
    return "".join(syllables), "".join(each[0] for each in syllables)


def matches(q: str, *, name: str, pinyin: str, unit: str, unit_pinyin: str) -> bool:
    """Whether what was typed, characters or pinyin letters, means this person or their unit."""
    if not q.isascii():
        return q in name or q in unit
    typed = re.sub(r"[^a-z0-9]", "", q.lower())
    whole, initials = letters(pinyin)
    unit_whole, unit_initials = letters(unit_pinyin)
    if typed in name.lower() or typed in unit.lower():
        return bool(typed)
    return (
        whole.startswith(typed)
        or initials.startswith(typed)
        or (len(typed) > 1 and (unit_whole.startswith(typed) or typed in unit_initials))
    )


def desk_page(meeting: Meeting, q: str) -> DeskPage:
    """The desk for what was typed; nothing typed shows who is expected, then who is there."""
    q = fold(q)[:40]
    arrived = dict(ARRIVED.all(meeting_id=meeting.pk))
    expected = expected_people(meeting)
    found = [row for row in _people(meeting, q) if _is_meant(row, q, expected, arrived)]
    found.sort(key=lambda row: (row["pk"] in arrived, row["pk"] not in expected))
    posts, office = {value: str(words) for value, words in Person.Post.choices}, _("federation office")
    return DeskPage(
        rows=[
            DeskRow(
                pk=row["pk"],
                name=row["name"],
                unit=row["member__short_name"] or office,
                post=row["post_title"] or posts.get(row["post"], ""),
                arrived=clock(arrived.get(row["pk"])),
                is_expected=row["pk"] in expected,
            )
            for row in found[:SHOWN]
        ],
        hidden=max(0, len(found) - SHOWN),
        count=len(arrived),
        expected=len(expected),
        q=q,
        is_open=door_is_open(meeting),
    )


_WANTED = ("pk", "name", "pinyin", "post", "post_title", "member__short_name", "member__pinyin")


def _everybody(federation_id: int) -> QuerySet[Person, Any]:
    people = Person.objects.with_scopes_disabled().filter(federation_id=federation_id, is_active=True)
    people = people.order_by("member__rank", "member__pinyin", "rank", "pinyin", "pk")
    return people.values_list(*_WANTED)


def _concerned(federation_id: int, meeting_id: int) -> QuerySet[Person, Any]:
    """Those invited, those announced by a reply, those who came."""
    invited = Invitation.objects.with_scopes_disabled().filter(meeting_id=meeting_id).order_by()
    came = CheckIn.objects.with_scopes_disabled().filter(meeting_id=meeting_id).order_by()
    return _everybody(federation_id).filter(
        Q(pk__in=invited.values("person"))
        | Q(pk__in=invited.values("reply__attendee"))
        | Q(pk__in=came.values("person"))
    )


def _arrived(meeting_id: int) -> QuerySet[CheckIn, Any]:
    check_ins = CheckIn.objects.with_scopes_disabled().filter(meeting_id=meeting_id)
    return check_ins.order_by().values_list("person_id", "at")


def _expected(meeting_id: int) -> QuerySet[Invitation, Any]:
    invitations = Invitation.objects.with_scopes_disabled().filter(meeting_id=meeting_id).order_by()
    return invitations.values_list("person_id", "reply__answer", "reply__attendee_id")


EVERYBODY = PreparedRows(_everybody, federation_id=int)
CONCERNED = PreparedRows(_concerned, federation_id=int, meeting_id=int)
ARRIVED = PreparedRows(_arrived, meeting_id=int)
EXPECTED = PreparedRows(_expected, meeting_id=int)


def _people(meeting: Meeting, q: str) -> list[dict[str, Any]]:
    """Everybody who could come, in the order of the roster; with nothing typed, those who are concerned."""
    if q:
        rows = EVERYBODY.all(federation_id=meeting.federation_id)
    else:
        rows = CONCERNED.all(federation_id=meeting.federation_id, meeting_id=meeting.pk)
    return [dict(zip(_WANTED, row, strict=True)) for row in rows]


def _is_meant(row: dict[str, Any], q: str, expected: set[int], arrived: dict[int, datetime]) -> bool:
    if not q:
        return row["pk"] in expected or row["pk"] in arrived
    return matches(
        q,
        name=row["name"],
        pinyin=row["pinyin"] or pinyin_key(row["name"], is_person=True),
        unit=row["member__short_name"] or "",
        unit_pinyin=row["member__pinyin"] or "",
    )


def expected_people(meeting: Meeting) -> set[int]:
    """Whom the replies announce; where none came, the person invited."""
    expected = set()
    for person, answer, attendee in EXPECTED.all(meeting_id=meeting.pk):
        if answer != Reply.Answer.APOLOGY:
            expected.add(attendee or person)
    return expected - {None}


def wall_version(meeting: Meeting) -> str:
    """Changes whenever the wall would: three small queries."""
    arrivals = CheckIn.objects.filter(meeting=meeting).aggregate(number=Count("pk"), last=Max("pk"))
    replies = Invitation.objects.filter(meeting=meeting).aggregate(
        number=Count("pk"), answers=Count("reply"), last=Max("reply__at")
    )
    parts = (*arrivals.values(), *replies.values(), *ballots_version(meeting), get_language())
    return "-".join(str(part) for part in parts)


def wall_page(meeting: Meeting) -> WallPage:
    """Read the wall: two queries, and that of the votes."""
    arrivals = ARRIVALS.all(meeting_id=meeting.pk)
    there = {member for _name, member, _unit, _at in arrivals if member}
    rows = COMING.all(meeting_id=meeting.pk)
    missing = [row for row in rows if row[0] not in there]
    return WallPage(
        people=len(arrivals),
        units=len(rows) - len(missing),
        expected=len(rows),
        latest=[
            Arrival(name, unit or _("federation office"), clock(at))
            for name, _m, unit, at in arrivals[:LATEST]
        ],
        missing=_missing(missing),
        missing_count=len(missing),
        votes=results_on_wall(meeting),
    )


def _arrivals(meeting_id: int) -> QuerySet[CheckIn, Any]:
    check_ins = CheckIn.objects.with_scopes_disabled().filter(meeting_id=meeting_id)
    return check_ins.order_by("-at", "-pk").values_list(
        "person__name", "person__member_id", "person__member__short_name", "at"
    )


def _coming(meeting_id: int) -> QuerySet[Invitation, Any]:
    """One row for each member that was invited and has not said no."""
    invitations = Invitation.objects.with_scopes_disabled().filter(meeting_id=meeting_id)
    return invitations.exclude(reply__answer=Reply.Answer.APOLOGY).values_list(
        "member_id", "member__short_name", "member__subdistrict__name", "member__industry"
    )


ARRIVALS = PreparedRows(_arrivals, meeting_id=int)
COMING = PreparedRows(_coming, meeting_id=int)


def _missing(rows: list[tuple[int, str, str | None, str]]) -> list[Missing]:
    """Units still to come, by subdistrict, or by industry where none is known; where most are missing first."""
    groups: dict[str, list[str]] = defaultdict(list)
    for _member, unit, subdistrict, industry in rows:
        groups[subdistrict or str(Industry(industry).label)].append(unit)
    found, room = [], NAMED
    for place, units in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        names = listed(units[:room]) + ("…" if 0 < room < len(units) else "")
        found.append(Missing(place, names, len(units)))
        room = max(0, room - len(units))
    return found


def own_check_in(person: Person, meeting: Meeting) -> CheckIn | None:
    """This person's arrival, if it is on record."""
    return CheckIn.objects.filter(meeting=meeting, person=person).first()


def meeting_by_code(code: str, federation_id: int | None) -> Meeting | None:
    """Today's meeting with this code: in one federation, or (nobody signed in) in any."""
    if not re.fullmatch(r"\d{6}", code):
        return None
    with scopes_disabled():
        meetings = Meeting.objects.filter(code=code, is_archive=False).select_related("host", "federation")
        if federation_id is not None:
            meetings = meetings.filter(federation_id=federation_id)
        living = meetings.filter(state__in=(*BEFORE, Meeting.State.UNDER_WAY)).order_by("-held_on", "pk")
        return next((each for each in living[:20] if door_is_open(each)), None)


def meeting_behind_door(pk: int, code: str) -> Meeting | None:
    """The meeting of a door's QR code, for somebody who is not signed in; None unless the code is right."""
    with scopes_disabled():
        meeting = Meeting.objects.select_related("host", "federation").filter(pk=pk).first()
    if meeting is None or not door_is_open(meeting) or not code_fits(meeting, code):
        return None
    return meeting


def people_called(meeting: Meeting, name: str) -> list[tuple[str, str]]:
    """Name and unit of everybody of exactly this name, for somebody at the door who knows the code."""
    name = fold(name)[:40]
    if not name:
        return []
    with scopes_disabled():
        people = Person.objects.filter(federation_id=meeting.federation_id, name=name, is_active=True)
        rows = people.order_by("member__rank", "pk").values_list("name", "member__short_name")[:5]
        return [(each, unit or "") for each, unit in rows]
