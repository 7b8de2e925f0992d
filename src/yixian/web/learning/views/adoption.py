"""Borrowing: the unit's page, one borrowing, its steps."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.capture.queries import captures_visible_to
from yixian.web.learning.actions import adoption as actions
from yixian.web.learning.forms.texts import StepForm
from yixian.web.learning.models import Adoption
from yixian.web.learning.queries import adoption as queries
from yixian.web.learning.states import ADOPTION
from yixian.web.learning.views.experience import find as find_experience
from yixian.web.problems.views.problem import Step
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow, or_404
from yixian.web.shared.paging import Paginator

ROWS = 50


@allow("learning.see")
def show_list(request: HttpRequest) -> HttpResponse:
    """What one's own unit borrows; for the office, what everybody borrows."""
    filters = queries.Filters.of(request.GET)
    numbers = queries.state_counts(request.user)
    found = queries.chosen(request.user, filters, numbers[filters.state or "all"])
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    own = request.user.member_id is not None
    context = {
        "page": page,
        "rows": [queries.Line(*row) for row in page.object_list],
        "filters": filters,
        "chips": [("", _("All"), numbers["all"])]
        + [(value, words, numbers[value]) for value, words in Adoption.State.choices],
        "members": [] if own else queries.borrowers(request.user),
        "ideas": queries.ideas_to_borrow(request.user),
        "is_own": own,
    }
    return render(request, "learning/adoptions.html", context)


def _find(request: HttpRequest, pk: int) -> Adoption:
    found = queries.adoptions_visible_to(request.user)
    return get_object_or_404(found.select_related("source", "member", "experience__member"), pk=pk)


def _answer(
    request: HttpRequest, adoption: Adoption, sent: dict[str, StepForm] | None = None
) -> HttpResponse:
    """The page; a step whose form could not be used is shown with its errors."""
    page, sent = queries.adoption_page(request.user, adoption), sent or {}

    def step(verb: str) -> Step:
        is_result = verb == "result"
        name, key = (
            ("adoption-result", [adoption.pk]) if is_result else ("adoption-step", [adoption.pk, verb])
        )
        words = _("Report a result") if is_result else ADOPTION.transitions[verb].label
        return Step(
            verb,
            words,
            reverse(f"learning:{name}", args=key),
            sent.get(verb) or StepForm(verb=verb),
            verb in sent,
        )

    others = [step(verb) for verb in page.verbs if verb != page.next_verb]
    context = {
        "page": page,
        "adoption": adoption,
        "next": step(page.next_verb) if page.next_verb else None,
        "others": [*([step("result")] if page.may_report else []), *others],
    }
    return render(request, "learning/adoption.html", context, status=422 if sent else 200)


@allow("learning.see")
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One borrowing with its timeline and next step."""
    return _answer(request, or_404(queries.adoption_visible_to(request.user, pk)))


@allow("learning.report_adoption")
def move(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """One step on."""
    adoption = _find(request, pk)
    if verb not in ADOPTION.transitions:
        raise BadInput(_("There is no such step."))
    form = StepForm(request.POST, verb=verb)
    if not form.is_valid():
        return _answer(request, adoption, {verb: form})
    actions.move_adoption(by=request.user, adoption=adoption, verb=verb, text=form.cleaned_data["text"])
    messages.success(request, _("Noted. Thank you for keeping others informed."))
    return redirect("learning:adoption", pk=pk)


@allow("learning.report_adoption")
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """A result."""
    adoption = _find(request, pk)
    form = StepForm(request.POST, verb="result")
    if not form.is_valid():
        return _answer(request, adoption, {"result": form})
    actions.report_result(by=request.user, adoption=adoption, text=form.cleaned_data["text"])
    messages.success(request, _("The result is on record."))
    return redirect("learning:adoption", pk=pk)


@allow("learning.adopt")
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """We want to borrow this."""
    experience = find_experience(request, pk)
    made = actions.start_adoption(
        by=request.user, experience=experience, text=request.POST.get("text", "")[:2000]
    )
    messages.success(request, _("Noted. Get in contact with them next."))
    return redirect("learning:adoption", pk=made.pk)


@allow("learning.adopt")
def start_from_idea(request: HttpRequest, pk: int) -> HttpResponse:
    """We want to borrow what I recorded."""
    capture = get_object_or_404(captures_visible_to(request.user), pk=pk)
    made = actions.start_adoption_from_idea(by=request.user, capture=capture)
    messages.success(request, _("Noted. Get in contact with them next."))
    return redirect("learning:adoption", pk=made.pk)
