"""Writes: a problem's way from finding to confirmed solution."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Member, Topic
from yixian.web.problems import rules
from yixian.web.problems.models import Problem, ProblemEvent
from yixian.web.problems.states import PROBLEM
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput


def _note(problem: Problem, verb: str, by: Person, text: str = "", **values: Any) -> None:
    """Put a step or remark on the problem's timeline."""
    ProblemEvent.objects.create(
        federation_id=problem.federation_id, problem=problem, verb=verb, state=problem.state,
        text=text, by=by, **values,
    )  # fmt: skip


def _inside(by: Person, *things: Any) -> None:
    """Refuse whatever belongs to another federation."""
    for thing in things:
        if thing is not None and thing.federation_id != by.federation_id:
            policy.check(by, "problems.register", thing)


def _need(text: str, sentence: str) -> str:
    """The text without outer spaces, or the sentence that asks for it."""
    text = text.strip()
    if not text:
        raise BadInput(sentence)
    return text


@action
def register_problem(
    *,
    by: Person,
    title: str,
    meeting: Meeting | None = None,
    capture: Capture | None = None,
    description: str = "",
    member: Member | None = None,
    topic: Topic | None = None,
    raised_by: Person | None = None,
    found_on: date | None = None,
    owner: Person | None = None,
    due_on: date | None = None,
) -> Problem:
    """Put a problem on the register; with owner and date it is being solved at once.

    From a capture, who recorded it has raised it and the meeting's host is where it was found.
    """
    policy.check(by, "problems.register")
    _inside(by, meeting, capture, member, topic, raised_by, owner)
    if capture is not None:
        rules.check_can_register_from(capture)
        meeting, raised_by = capture.meeting, capture.author
    at_meeting = meeting.held_on if meeting else None
    problem = Problem.objects.create(
        federation_id=by.federation_id,
        title=_need(title, _("Say in a few words what the problem is.")),
        description=description.strip(),
        meeting=meeting,
        capture=capture,
        member=member or (meeting.host if meeting else None),
        topic=topic,
        raised_by=raised_by or by,
        found_on=found_on or at_meeting or timezone.localdate(),
    )
    _note(problem, "register", by)
    audit.record(by=by, verb="problems.register", thing=problem, changes={"title": [None, problem.title]})
    if owner is not None and due_on is not None:
        assign_problem(by=by, problem=problem, owner=owner, due_on=due_on)
    return problem


@action
def change_problem(*, by: Person, problem: Problem, **values: Any) -> Problem:
    """Correct title, description, member or topic."""
    policy.check(by, "problems.change", problem)
    changes: dict[str, Any] = {}
    for name in ("title", "description", "member", "topic"):
        if name in values and values[name] != getattr(problem, name):
            changes[name] = [_plain(getattr(problem, name)), _plain(values[name])]
            setattr(problem, name, values[name])
    if not changes:
        audit.nothing_changed()
        return problem
    problem.save(update_fields=list(changes))
    _note(problem, "change", by)
    audit.record(by=by, verb="problems.change", thing=problem, changes=changes)
    return problem


def _plain(value: Any) -> str | None:
    return None if value is None else str(value)


@action
def assign_problem(*, by: Person, problem: Problem, owner: Person, due_on: date, text: str = "") -> Problem:
    """Give a problem an owner and a date, or another owner and another date."""
    rules.check_can_move(by, problem, "assign")
    if not owner.is_active or owner.federation_id != problem.federation_id:
        raise BadInput(_("Choose an owner who is still here."))
    changes = {
        "owner": [_plain(problem.owner), str(owner)],
        "due_on": [_plain(problem.due_on), str(due_on)],
        "state": list(PROBLEM.move(problem, "assign")),
    }
    problem.owner, problem.due_on = owner, due_on
    problem.save(update_fields=["owner", "due_on", "state"])
    _note(problem, "assign", by, text.strip(), owner=owner, due_on=due_on)
    audit.record(by=by, verb="problems.assign", thing=problem, changes=changes)
    return problem


@action
def solve_problem(*, by: Person, problem: Problem, solution: str) -> Problem:
    """Report what was done; who raised the problem is asked to confirm."""
    rules.check_can_move(by, problem, "solve")
    solution = _need(solution, _("Say what was done about it."))
    changes = {"solution": [problem.solution, solution], "state": list(PROBLEM.move(problem, "solve"))}
    problem.solution = solution
    problem.save(update_fields=["solution", "state"])
    _note(problem, "solve", by, solution)
    audit.record(by=by, verb="problems.solve", thing=problem, changes=changes)
    return problem


@action
def confirm_problem(*, by: Person, problem: Problem, text: str = "") -> Problem:
    """Who raised it says that it is solved; where that person has left, the office says so and why."""
    rules.check_can_judge(by, problem, "confirm")
    absent = rules.raiser_has_left(problem)
    if absent:
        text = _need(text, _("Say how you know that it is solved: who raised it has left."))
    changes = {"state": list(PROBLEM.move(problem, "confirm"))}
    problem.closed_at = timezone.now()
    problem.save(update_fields=["state", "closed_at"])
    _note(problem, "confirm", by, text.strip())
    audit.record(
        by=by, verb="problems.confirm", thing=problem, changes=changes,
        on_behalf_of=problem.raised_by if absent else None,
    )  # fmt: skip
    return problem


@action
def send_back_problem(*, by: Person, problem: Problem, reason: str) -> Problem:
    """Who raised it says that it is not solved, and why."""
    rules.check_can_judge(by, problem, "send_back")
    reason = _need(reason, _("Say what is still missing."))
    changes = {"state": list(PROBLEM.move(problem, "send_back"))}
    problem.save(update_fields=["state"])
    _note(problem, "send_back", by, reason)
    audit.record(by=by, verb="problems.send_back", thing=problem, changes=changes)
    return problem


@action
def reopen_problem(*, by: Person, problem: Problem, reason: str, due_on: date | None = None) -> Problem:
    """Take a closed or dropped problem up again, by a new day."""
    rules.check_can_move(by, problem, "reopen")
    reason = _need(reason, _("Say why it is taken up again."))
    changes = {
        "state": list(PROBLEM.move(problem, "reopen")),
        "due_on": [_plain(problem.due_on), _plain(due_on)],
    }
    problem.due_on, problem.closed_at = due_on, None
    problem.save(update_fields=["state", "due_on", "closed_at"])
    _note(problem, "reopen", by, reason, due_on=due_on)
    audit.record(by=by, verb="problems.reopen", thing=problem, changes=changes)
    return problem


@action
def drop_problem(*, by: Person, problem: Problem, reason: str) -> Problem:
    """Stop pursuing a problem, saying why."""
    rules.check_can_move(by, problem, "drop")
    reason = _need(reason, _("Say why it is not pursued."))
    changes = {"state": list(PROBLEM.move(problem, "drop"))}
    problem.closed_at = timezone.now()
    problem.save(update_fields=["state", "closed_at"])
    _note(problem, "drop", by, reason)
    audit.record(by=by, verb="problems.drop", thing=problem, changes=changes)
    return problem


@action
def add_remark(*, by: Person, problem: Problem, text: str) -> ProblemEvent:
    """Add a remark to the timeline."""
    policy.check(by, "problems.remark", problem)
    text = _need(text, _("Write your remark first."))
    _note(problem, "remark", by, text)
    audit.record(by=by, verb="problems.remark", thing=problem, changes={"text": [None, text]})
    return problem.events.last()
