"""The page of one problem."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.problems import actions
from yixian.web.problems.forms import AssignForm, DetailsForm, ReopenForm, TextForm
from yixian.web.problems.models import Problem
from yixian.web.problems.queries.problem import problem_page, problem_visible_to
from yixian.web.problems.queries.register import problems_visible_to
from yixian.web.problems.states import PROBLEM
from yixian.web.shared.http import allow, or_404

OTHER_STEPS = ("send_back", "solve", "assign", "reopen", "drop")


@dataclass(frozen=True)
class Step:
    """A step as the page offers it; `failed` when what was sent could not be used."""

    verb: str
    words: Any
    url: str
    form: BaseForm | None
    failed: bool = False


def find(request: HttpRequest, pk: int) -> Problem:
    """A problem that this person sees, or 404."""
    return get_object_or_404(problems_visible_to(request.user), pk=pk)


def find_to_show(request: HttpRequest, pk: int) -> Problem:
    """The same with what its pages show of it."""
    return or_404(problem_visible_to(request.user, pk))


def step_form(
    request: HttpRequest, problem: Problem, verb: str, *, data: Any = None, in_place: bool
) -> BaseForm:
    """The form of one step; each has ids of its own, because several stand on the page."""
    given: dict[str, Any] = {"auto_id": f"{verb}_%s"}
    if verb == "assign":
        initial = {"owner": problem.owner_id, "due_on": problem.due_on}
        return AssignForm(data, by=request.user, initial=initial, **given)
    if verb == "reopen":
        return ReopenForm(data, **given)
    return TextForm(data, verb=verb, required=verb != "confirm" or in_place, **given)


def _words(verb: str) -> Any:
    return _("Add a remark") if verb == "remark" else PROBLEM.transitions[verb].label


def answer(request: HttpRequest, problem: Problem, sent: dict[str, BaseForm] | None = None) -> HttpResponse:
    """The page; a step whose form could not be used is shown with its errors."""
    page = problem_page(request.user, problem)
    sent = sent or {}

    def step(verb: str) -> Step | None:
        if verb not in page.steps:
            return None
        silent = verb == "confirm" and not page.in_place
        form = sent.get(verb) or (
            None if silent else step_form(request, problem, verb, in_place=page.in_place)
        )
        return Step(verb, _words(verb), reverse(f"problems:{verb}", args=[problem.pk]), form, verb in sent)

    context = {
        "page": page,
        "problem": problem,
        "next": step(page.next_step),
        "others": [step(verb) for verb in OTHER_STEPS if verb in page.steps and verb != page.next_step],
        "remark": step("remark"),
    }
    return render(request, "problems/detail.html", context, status=422 if sent else 200)


@allow("problems.see")
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A problem with its timeline and its next step."""
    return answer(request, find_to_show(request, pk))


@allow("problems.change")
def show_details(request: HttpRequest, pk: int) -> HttpResponse:
    """The form that corrects an entry."""
    problem = find_to_show(request, pk)
    form = DetailsForm(instance=problem, by=request.user)
    return render(request, "problems/details.html", {"problem": problem, "form": form})


@allow("problems.change")
def change_details(request: HttpRequest, pk: int) -> HttpResponse:
    """Correct an entry."""
    problem = find(request, pk)
    form = DetailsForm(request.POST, instance=Problem(federation_id=problem.federation_id), by=request.user)
    if not form.is_valid():
        return render(request, "problems/details.html", {"problem": problem, "form": form}, status=422)
    actions.change_problem(by=request.user, problem=problem, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("problems:detail", pk=pk)
