"""One problem: its evidence, its timeline, and the one next step."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture, Photo
from yixian.web.problems import rules
from yixian.web.problems.models import Problem, ProblemEvent
from yixian.web.problems.queries.register import problems_visible_to
from yixian.web.problems.states import TONES
from yixian.web.shared import policy
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows

LATER = ("confirm", "send_back", "assign", "solve", "reopen", "drop", "remark", "change")
PEOPLE = ("name", "post", "post_title", "duty", "is_active", "member__short_name")
SHOWN = (
    "federation_id", "title", "description", "state", "capture_id", "member__name", "topic__name", "meeting__title",
    *(f"{who}__{each}" for who in ("owner", "raised_by") for each in PEOPLE), "due_on", "solution", "found_on",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One line of the timeline; a step that gave the problem to somebody says to whom and until when."""

    verb: str
    at: datetime
    by: str | None
    by_unit: str | None
    owner: str | None
    owner_unit: str | None
    due_on: date | None
    text: str

    COLUMNS = (
        "verb", "at", "by__name", "by__member__short_name", "owner__name", "owner__member__short_name", "due_on",
        "text",
    )  # fmt: skip


@dataclass(frozen=True)
class Evidence:
    """The record behind a problem as its host has released it; `picture` is an address, or empty."""

    text: str
    author: str
    station: str | None
    picture: str


@dataclass(frozen=True)
class ProblemPage:
    """A problem as one person sees it: `next_step` is what this person is asked to do now, else nothing."""

    problem: Problem
    tone: str
    evidence: Evidence | None
    evidence_waits: bool
    timeline: list[Entry]
    next_step: str
    steps: tuple[str, ...]
    in_place: bool


def _to_show(by: Person, pk: int) -> QuerySet[Problem]:
    beside = ("member", "topic", "meeting", "owner__member", "raised_by__member")
    return problems_visible_to(by).filter(pk=pk).order_by().select_related(*beside).only(*SHOWN)


def _events(by: Person, problem: int) -> QuerySet[ProblemEvent, Any]:
    return ProblemEvent.objects.filter(problem_id=problem).values_list(*Entry.COLUMNS)


def _released(by: Person, pk: int) -> QuerySet[Capture, Any]:
    released = Capture.objects.filter(pk=pk, hold=Capture.Hold.RELEASED, deleted_at=None).order_by()
    return released.values_list("text", "author__name", "station__name", "photo__pk", "photo__state")


ONE: Prepared[Problem] = Prepared(_to_show, by=Asker, pk=int)
EVENTS = PreparedRows(_events, by=Asker, problem=int)
RELEASED = PreparedRows(_released, by=Asker, pk=int)


def problem_visible_to(person: Person, pk: int) -> Problem | None:
    """One of the register with what its page shows of it, or None."""
    return ONE.first(by=person, pk=pk)


def problem_page(person: Person, problem: Problem) -> ProblemPage:
    """Everything that the page of a problem shows (one query, a second with a record behind it)."""
    evidence = _evidence(person, problem.capture_id)
    steps = open_steps(person, problem)
    return ProblemPage(
        problem=problem,
        tone="bad" if problem.is_late else TONES[problem.state],
        evidence=evidence,
        evidence_waits=problem.capture_id is not None and evidence is None,
        timeline=[Entry(*row) for row in EVENTS.all(by=person, problem=problem.pk)],
        next_step=next_step(person, problem, steps),
        steps=steps,
        in_place=rules.raiser_has_left(problem),
    )


def _evidence(person: Person, capture_id: int | None) -> Evidence | None:
    """The record behind a problem, if the host has released it."""
    found = RELEASED.first(by=person, pk=capture_id) if capture_id is not None else None
    if found is None:
        return None
    text, author, station, photo, state = found
    ready = photo is not None and state == Photo.State.READY
    return Evidence(text, author, station, reverse("capture:photo", args=[photo, "shown"]) if ready else "")


def open_steps(person: Person, problem: Problem) -> tuple[str, ...]:
    """Every step that this person may take now."""
    judged = rules.can_judge(person, problem)
    possible = {
        "confirm": judged,
        "send_back": judged,
        "remark": policy.may(person, "problems.remark", problem),
        "change": policy.may(person, "problems.change", problem),
    }
    return tuple(
        v for v in LATER if possible.get(v, v not in possible and rules.can_move(person, problem, v))
    )


def next_step(person: Person, problem: Problem, steps: tuple[str, ...]) -> str:
    """What this person is asked to do: judge, give an owner, or report; nothing where others are asked."""
    if "confirm" in steps:
        return "confirm"
    if problem.owner_id is None and "assign" in steps:
        return "assign"
    if problem.owner_id == person.pk and "solve" in steps:
        return "solve"
    return ""
