"""Questions and answers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from yixian.web.learning.actions import question as actions
from yixian.web.learning.forms.question import AskForm, TopicForm
from yixian.web.learning.forms.texts import StepForm
from yixian.web.learning.models import Question
from yixian.web.learning.queries import question as queries
from yixian.web.learning.queries.one_question import address_of, question_page, question_visible_to
from yixian.web.meetings import sections
from yixian.web.meetings.queries.one_meeting import meeting_visible_to
from yixian.web.shared import policy
from yixian.web.shared.http import allow, or_404
from yixian.web.shared.paging import Paginator

ROWS = 30


@allow("learning.see")
def show_list(request: HttpRequest) -> HttpResponse:
    """Questions, with those that wait for an answer from here first among the chips."""
    filters = queries.Filters.of(request.GET)
    numbers = queries.counts(request.user)
    found = queries.chosen(request.user, filters, numbers[filters.view])
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    words = {
        "waiting": _("For us to answer") if request.user.member_id else _("Not answered yet"),
        "open": _("Open"),
        "mine": _("Asked by us"),
        "settled": _("Settled"),
    }
    context = {
        "page": page,
        "rows": queries.lines(request.user, page.object_list),
        "filters": filters,
        "chips": [(view, words[view], numbers[view]) for view in queries.VIEWS],
        "topics": queries.topics_asked(request.user),
        "may_ask": policy.may(request.user, "learning.ask"),
    }
    return render(request, "learning/questions.html", context)


@allow("learning.see")
def show_of_meeting(request: HttpRequest, meeting_pk: int) -> HttpResponse:
    """The questions of one meeting, as a part of its page."""
    meeting = or_404(meeting_visible_to(request.user, meeting_pk))
    found = queries.of_meeting(request.user, meeting_pk)
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "meeting": meeting,
        "tabs": sections.tabs_for(request.user, meeting, "questions"),
        "page": page,
        "rows": queries.lines(request.user, page.object_list),
    }
    return render(request, "learning/meeting_questions.html", context)


@allow("learning.ask")
def show_new(request: HttpRequest) -> HttpResponse:
    """The form to ask."""
    form = AskForm(by=request.user, initial={"meeting": request.GET.get("meeting")})
    return render(request, "learning/ask.html", {"form": form})


@allow("learning.ask")
def ask(request: HttpRequest) -> HttpResponse:
    """Ask."""
    form = AskForm(request.POST, by=request.user)
    if not form.is_valid():
        return render(request, "learning/ask.html", {"form": form}, status=422)
    made = actions.ask_question(by=request.user, **form.cleaned_data)
    messages.success(request, _("Asked. Those who can answer see it on their page."))
    return redirect("learning:question", pk=made.pk)


def _find(request: HttpRequest, pk: int) -> Question:
    return get_object_or_404(queries.questions_visible_to(request.user), pk=pk)


def _page(request: HttpRequest, question: Question, form: StepForm | None = None) -> HttpResponse:
    page = question_page(request.user, question, request.GET.get("page", ""))
    context = {
        "page": page,
        "question": question,
        "form": form or StepForm(verb="answer"),
        "topic_form": TopicForm(by=request.user, initial={"topic": question.topic_id})
        if page.may_settle
        else None,
    }
    return render(request, "learning/question.html", context, status=422 if form else 200)


@allow("learning.see")
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """A question with its answers."""
    return _page(request, or_404(question_visible_to(request.user, pk)))


@allow("learning.settle")
def set_topic(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what it is about."""
    question = _find(request, pk)
    form = TopicForm(request.POST, by=request.user)
    if form.is_valid():
        actions.set_topic(by=request.user, question=question, topic=form.cleaned_data["topic"])
        messages.success(request, _("Saved."))
    return redirect("learning:question", pk=pk)


@allow("learning.answer")
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer it, and see the answer among the others."""
    question = _find(request, pk)
    form = StepForm(request.POST, verb="answer")
    if not form.is_valid():
        return _page(request, question, form)
    made = actions.answer_question(by=request.user, question=question, text=form.cleaned_data["text"])
    messages.success(request, _("Thank you. Whoever asked sees your answer."))
    return redirect(address_of(made))


@allow("learning.mark_helped")
def mark(request: HttpRequest, pk: int, answer_pk: int) -> HttpResponse:
    """Say that an answer helped, or take it back; it changes its place, and one goes with it."""
    question = _find(request, pk)
    chosen = get_object_or_404(question.answers.select_related("question"), pk=answer_pk)
    marked = actions.mark_helped(by=request.user, answer=chosen, helped=request.POST.get("helped") != "0")
    return redirect(address_of(marked))


@allow("learning.settle")
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing more is needed."""
    actions.settle_question(by=request.user, question=_find(request, pk))
    messages.success(request, _("Settled."))
    return redirect("learning:question", pk=pk)


@allow("learning.settle")
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask again."""
    actions.reopen_question(by=request.user, question=_find(request, pk))
    messages.success(request, _("The question is open again."))
    return redirect("learning:question", pk=pk)
