"""The office's first page: what needs it today, how far the next meeting is, where in the year it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Experience
from yixian.web.meetings.models import Meeting, MeetingEvent
from yixian.web.planning.months import first_day, month_of
from yixian.web.planning.queries.plans import published_plan
from yixian.web.problems.models import Problem
from yixian.web.reports.queries import numbers
from yixian.web.reports.queries.home import NextMeeting, next_card
from yixian.web.reports.queries.ring import SmallRing, small_ring
from yixian.web.reports.queries.waits import Todo, todos
from yixian.web.shared import policy
from yixian.web.shared.prepared import PreparedRows
from yixian.web.shared.templatetags.ui_dates import month
from yixian.web.shared.writing import options_of

LATELY, COMING = 8, 3


@dataclass(frozen=True)
class Tile:
    """A figure at the head of the page."""

    value: int
    label: str
    url: str
    unit: str = ""
    note: str = ""
    tone: str = ""


@dataclass(frozen=True)
class FirstStep:
    """A step of a federation that is just beginning."""

    title: str
    text: str
    url: str
    label: str
    is_done: bool


@dataclass(frozen=True)
class Happening:
    """Something that happened lately."""

    at: datetime
    text: str
    url: str
    tone: str = ""


@dataclass(frozen=True)
class OfficeHome:
    """Everything on the office's first page."""

    next: NextMeeting | None
    tiles: list[Tile]
    todos: list[Todo]
    first_steps: list[FirstStep]
    plan: SmallRing | None
    coming: list[tuple[str, str, str]]
    lately: list[Happening]
    members: int
    not_named: int
    only_history: bool

    @property
    def first_open(self) -> FirstStep | None:
        """The first step that is still to be taken: the page's primary button."""
        return next((step for step in self.first_steps if not step.is_done), None)


def office_home(person: Person, n: dict[str, Any], next_meeting: NextMeeting | None) -> OfficeHome:
    """Read the page; `n` is what `numbers.for_office` counted."""
    stated = person.federation.member_count_stated or 0
    only_history = not n["living"] and n["meetings"] > 0
    beginning = not n["living"] and not n["plans"] and not only_history
    plan = published_plan(person) if n["plans"] else None
    ring = small_ring(plan) if plan else None
    return OfficeHome(
        next=next_meeting,
        tiles=_tiles(n, next_meeting),
        todos=todos(n),
        coming=_coming(ring),
        first_steps=_first_steps(n) if beginning and policy.may(person, "planning.make") else [],
        plan=ring,
        lately=happenings(person) if n["meetings"] else [],
        members=n["members"],
        not_named=max(stated - n["members"], 0),
        only_history=only_history,
    )


def read_office_home(person: Person) -> tuple[OfficeHome, dict[str, Any]]:
    """The page with its numbers."""
    card = next_card(person)
    n = numbers.for_office(person, card.meeting if card else None)
    return office_home(person, n, card), n


def _tiles(n: dict[str, Any], card: NextMeeting | None) -> list[Tile]:
    """Four figures: two of the next meeting where it is announced, two of the follow-up."""
    tiles = []
    if card and n["invited"]:
        pk, missing = card.meeting.pk, n["invited"] - n["replied"]
        still = ngettext("%(number)s has not answered", "%(number)s have not answered", missing) % {
            "number": missing
        }
        replies = Tile(
            n["replied"], _("Replies"), reverse("meetings:replies", args=[pk]), f"/ {n['invited']}",
            still if missing else _("all have answered"), "wait" if missing else "",
        )  # fmt: skip
        handed = Tile(
            n["handed_in"], _("Reports handed in"), reverse("meetings:reports", args=[pk]), f"/ {n['coming']}",
            _("of those who come"),
        )  # fmt: skip
        tiles += [replies, handed]
    late = ngettext("%(number)s overdue", "%(number)s overdue", n["overdue"]) % {"number": n["overdue"]}
    unsolved = n["found"] + n["assigned"]
    problems = reverse("problems:list")
    tiles.append(
        Tile(
            unsolved,
            _("Unsolved problems"),
            problems,
            "",
            late if n["overdue"] else "",
            "bad" if n["overdue"] else "",
        )
    )
    tiles.append(
        Tile(n["adoptions"], _("Experiences being borrowed"), reverse("learning:adoptions"), tone="learn")
    )
    if len(tiles) < 4:
        tiles.append(Tile(n["members"], _("Member unions"), reverse("organisations:members")))
        tiles.append(Tile(n["meetings"], _("Meetings on record"), f"{reverse('meetings:list')}?when=all"))
    return tiles


def _first_steps(n: dict[str, Any]) -> list[FirstStep]:
    """What a new federation does first."""
    return [
        FirstStep(
            _("Bring in the roster"),
            _("Unions, people, venues, strengths and needs from one spreadsheet; you see first what would change."),
            reverse("accounts:rosters"), _("Bring in the roster"), n["members"] > 0,
        ),
        FirstStep(
            _("Begin a series of meetings"),
            _("Read in a news report of a past meeting: the series begins with its history."),
            reverse("meetings:archive-new"), _("Read in a report"), n["programmes"],
        ),
        FirstStep(
            _("Plan the year"),
            _("The solver proposes host and day for twelve months and says why; you pin what must stay and publish."),
            reverse("planning:plan-new"), _("Plan the year"), n["plans"],
        ),
    ]  # fmt: skip


def _coming(ring: SmallRing | None) -> list[tuple[str, str, str]]:
    """The next months of the plan: month, host, and the page that says why."""
    if ring is None:
        return []
    now, prefix = month_of(timezone.localdate()), reverse("planning:plan", args=[ring.plan.pk])
    ahead = [each for each in ring.slices if each.host and each.month >= now][:COMING]
    return [(month(first_day(each.month)), each.host, f"{prefix}months/{each.month}/") for each in ahead]


def happenings(person: Person) -> list[Happening]:
    """The latest steps of meetings, closed problems and published experiences (three queries)."""
    lately = list(_steps(person))
    if policy.may(person, "problems.see"):
        lately += _closed(person)
    if policy.may(person, "learning.see"):
        lately += _published(person)
    return sorted(lately, key=lambda each: each.at, reverse=True)[:LATELY]


def _steps(person: Person) -> Iterator[Happening]:
    """Meetings that went a step on."""
    prefix, states = reverse("meetings:list"), options_of(Meeting.State).words
    said = _("%(meeting)s: %(state)s")
    for pk, title, state, at in STEPS.all(federation_id=person.federation_id):
        text = said % {"meeting": title, "state": states[state]}
        yield Happening(at, text, f"{prefix}{pk}/")


def _closed(person: Person) -> Iterator[Happening]:
    """Problems that were confirmed as solved."""
    prefix, said = reverse("problems:list"), _("Problem closed: %(title)s")
    for pk, title, at in CLOSED.all(federation_id=person.federation_id):
        yield Happening(at, said % {"title": title}, f"{prefix}{pk}/", "done")


def _published(person: Person) -> Iterator[Happening]:
    """Experiences that everybody can read now."""
    prefix = f"{reverse('learning:experiences')}experiences/"
    said = _("Experience published: %(title)s")
    for pk, title, at in PUBLISHED.all(federation_id=person.federation_id):
        yield Happening(at, said % {"title": title}, f"{prefix}{pk}/", "learn")


def _latest_steps(federation_id: int) -> QuerySet[MeetingEvent, Any]:
    events = MeetingEvent.objects.with_scopes_disabled().filter(
        federation_id=federation_id, meeting__is_archive=False
    )
    events = events.exclude(state=Meeting.State.PLANNED).order_by("-at")
    return events.values_list("meeting_id", "meeting__title", "state", "at")[:LATELY]


def _latest_closed(federation_id: int) -> QuerySet[Problem, Any]:
    closed = Problem.objects.with_scopes_disabled().filter(
        federation_id=federation_id, state=Problem.State.CLOSED, closed_at__isnull=False
    )
    return closed.order_by("-closed_at").values_list("pk", "title", "closed_at")[:LATELY]


def _latest_published(federation_id: int) -> QuerySet[Experience, Any]:
    published = Experience.objects.with_scopes_disabled().filter(
        federation_id=federation_id, state=Experience.State.PUBLISHED, published_at__isnull=False
    )
    return published.order_by("-published_at").values_list("pk", "title", "published_at")[:LATELY]


STEPS = PreparedRows(_latest_steps, federation_id=int)
CLOSED = PreparedRows(_latest_closed, federation_id=int)
PUBLISHED = PreparedRows(_latest_published, federation_id=int)
