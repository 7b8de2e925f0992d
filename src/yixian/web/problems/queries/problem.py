"""One problem: its evidence, its timeline, and the one next step."""

from dataclasses import dataclass

from django.urls import reverse

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture, Photo
from yixian.web.problems import rules
from yixian.web.problems.models import Problem, ProblemEvent
from yixian.web.problems.states import EVENT_WORDS, TONES
from yixian.web.shared import policy

LATER = ("confirm", "send_back", "assign", "solve", "reopen", "drop", "remark", "change")


@dataclass(frozen=True)
class Entry:
    """One line of the timeline."""

    event: ProblemEvent
    words: str
    look: str


@dataclass(frozen=True)
class ProblemPage:
    """A problem as one person sees it: `next_step` is what this person is asked to do now, else nothing."""

    problem: Problem
    tone: str
    evidence: Capture | None
    picture: str
    evidence_waits: bool
    timeline: list[Entry]
    next_step: str
    steps: tuple[str, ...]
    in_place: bool


def picture_of(capture: Capture | None) -> str:
    """The address of a record's picture, when there is one to show."""
    photo = getattr(capture, "photo", None)
    if photo is None or photo.state != Photo.State.READY:
        return ""
    return reverse("capture:photo", args=[photo.pk, "shown"])


LOOKS = {"confirm": "is-done", "solve": "is-learn", "send_back": "is-late", "reopen": "is-late"}


def problem_page(person: Person, problem: Problem) -> ProblemPage:
    """Everything that the page of a problem shows (two queries, a third with a record behind it)."""
    evidence = _released(problem.capture_id)
    people = (f"{who}__{each}" for who in ("by", "owner") for each in ("name", "member__short_name"))
    events = problem.events.select_related("by__member", "owner__member").only(
        "problem_id", "verb", "text", "due_on", "at", *people
    )
    steps = open_steps(person, problem)
    return ProblemPage(
        problem=problem,
        tone="bad" if problem.is_late else TONES[problem.state],
        evidence=evidence,
        picture=picture_of(evidence),
        evidence_waits=problem.capture_id is not None and evidence is None,
        timeline=[Entry(e, str(EVENT_WORDS[e.verb]), LOOKS.get(e.verb, "")) for e in events],
        next_step=next_step(person, problem, steps),
        steps=steps,
        in_place=rules.raiser_has_left(problem),
    )


def _released(capture_id: int | None) -> Capture | None:
    """The record behind a problem, if the host has released it."""
    if capture_id is None:
        return None
    released = Capture.objects.filter(pk=capture_id, hold=Capture.Hold.RELEASED, deleted_at=None)
    shown = ("text", "author__name", "station__name", "photo__state")
    return released.select_related("author", "station", "photo").only(*shown).first()


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
