"""The steps of a problem, one address each."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from yixian.web.problems import actions, rules
from yixian.web.problems.models import Problem
from yixian.web.problems.views.problem import answer, find, step_form
from yixian.web.shared.http import allow

Do = Callable[[Problem, dict[str, Any]], Any]


def _step(request: HttpRequest, pk: int, verb: str, do: Do, done: str) -> HttpResponse:
    """Parse the step's form, take the step, go back to the problem."""
    problem = find(request, pk)
    form = step_form(request, problem, verb, data=request.POST, in_place=rules.raiser_has_left(problem))
    if not form.is_valid():
        return answer(request, problem, {verb: form})
    do(problem, form.cleaned_data)
    messages.success(request, done)
    return redirect("problems:detail", pk=pk)


@allow("problems.assign")
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Give an owner and a date."""
    return _step(
        request, pk, "assign", lambda p, data: actions.assign_problem(by=request.user, problem=p, **data),
        _("The owner and the date are set."),
    )  # fmt: skip


@allow("problems.solve")
def solve(request: HttpRequest, pk: int) -> HttpResponse:
    """Report what was done."""
    return _step(
        request, pk, "solve",
        lambda p, data: actions.solve_problem(by=request.user, problem=p, solution=data["text"]),
        _("Reported. Who raised it is asked to confirm."),
    )  # fmt: skip


@allow("problems.confirm")
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm and close."""
    return _step(
        request, pk, "confirm",
        lambda p, data: actions.confirm_problem(by=request.user, problem=p, text=data["text"]),
        _("Confirmed. The problem is closed."),
    )  # fmt: skip


@allow("problems.confirm")
def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it is not solved yet."""
    return _step(
        request, pk, "send_back",
        lambda p, data: actions.send_back_problem(by=request.user, problem=p, reason=data["text"]),
        _("Sent back to the owner."),
    )  # fmt: skip


@allow("problems.reopen")
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it up again."""
    return _step(
        request, pk, "reopen",
        lambda p, data: actions.reopen_problem(
            by=request.user, problem=p, reason=data["text"], due_on=data["due_on"]
        ),
        _("The problem is open again."),
    )  # fmt: skip


@allow("problems.drop")
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop pursuing it."""
    return _step(
        request, pk, "drop",
        lambda p, data: actions.drop_problem(by=request.user, problem=p, reason=data["text"]),
        _("The problem is no longer pursued."),
    )  # fmt: skip


@allow("problems.remark")
def remark(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a remark."""
    return _step(
        request, pk, "remark", lambda p, data: actions.add_remark(by=request.user, problem=p, text=data["text"]),
        _("Your remark is on the timeline."),
    )  # fmt: skip
