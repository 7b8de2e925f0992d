"""Votes of a meeting: drawn up, opened, watched and closed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from yixian.web.meetings.actions import ballots
from yixian.web.meetings.forms.ballots import BallotForm
from yixian.web.meetings.models import Ballot
from yixian.web.meetings.queries.ballots import ballots_page
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow

SEE, RUN = "meetings.see_votes", "meetings.run_votes"


@allow(SEE)
def show_ballots(request: HttpRequest, pk: int) -> HttpResponse:
    """All votes with their totals; the part that changes by itself for a fragment request."""
    return _page(request, pk, BallotForm())


@allow(RUN)
def add_ballot(request: HttpRequest, pk: int) -> HttpResponse:
    """Prepare one more."""
    meeting = find_meeting(request, pk, RUN)
    form = BallotForm(request.POST)
    if form.is_valid():
        try:
            ballots.draft_ballot(by=request.user, meeting=meeting, **form.words())
        except BadInput as problem:
            form.add_error("choices", problem.sentence)
        else:
            return redirect("meetings:votes", pk)
    return _page(request, pk, form, status=422)


@allow(RUN)
def show_ballot(request: HttpRequest, pk: int, ballot: int) -> HttpResponse:
    """The form of one that is being prepared."""
    found = _find(request, pk, ballot)
    return _form(request, found, BallotForm.of(found))


@allow(RUN)
def change_ballot(request: HttpRequest, pk: int, ballot: int) -> HttpResponse:
    """Say it differently."""
    found = _find(request, pk, ballot)
    form = BallotForm(request.POST)
    if form.is_valid():
        try:
            ballots.change_ballot(by=request.user, ballot=found, **form.words())
        except BadInput as problem:
            form.add_error("choices", problem.sentence)
        else:
            return redirect("meetings:votes", pk)
    return _form(request, found, form, status=422)


@allow(RUN)
def open_ballot(request: HttpRequest, pk: int, ballot: int) -> HttpResponse:
    """From now on one can vote."""
    ballots.open_ballot(by=request.user, ballot=_find(request, pk, ballot))
    return redirect("meetings:votes", pk)


@allow(RUN)
def close_ballot(request: HttpRequest, pk: int, ballot: int) -> HttpResponse:
    """The result stands."""
    ballots.close_ballot(by=request.user, ballot=_find(request, pk, ballot))
    return redirect("meetings:votes", pk)


@allow(RUN)
def show_result(request: HttpRequest, pk: int, ballot: int) -> HttpResponse:
    """On the wall once more."""
    ballots.show_result(by=request.user, ballot=_find(request, pk, ballot))
    return redirect("meetings:votes", pk)


@allow(RUN)
def hide_result(request: HttpRequest, pk: int, ballot: int) -> HttpResponse:
    """Off the wall."""
    ballots.hide_result(by=request.user, ballot=_find(request, pk, ballot))
    return redirect("meetings:votes", pk)


@allow(RUN)
def remove_ballot(request: HttpRequest, pk: int, ballot: int) -> HttpResponse:
    """Not to be put to the vote after all."""
    ballots.remove_ballot(by=request.user, ballot=_find(request, pk, ballot))
    return redirect("meetings:votes", pk)


def _find(request: HttpRequest, pk: int, ballot: int) -> Ballot:
    meeting = find_meeting(request, pk, RUN)
    found = get_object_or_404(meeting.ballots, pk=ballot)
    found.meeting = meeting
    return found


def _page(request: HttpRequest, pk: int, form: BallotForm, status: int = 200) -> HttpResponse:
    meeting = find_meeting(request, pk, SEE)
    context = {"page": ballots_page(request.user, meeting), "meeting": meeting, "form": form}
    part = "#votes" if request.headers.get("HX-Request") else ""
    return render(request, f"meetings/votes/votes.html{part}", context, status=status)


def _form(request: HttpRequest, ballot: Ballot, form: BallotForm, status: int = 200) -> HttpResponse:
    context = {"ballot": ballot, "meeting": ballot.meeting, "form": form}
    return render(request, "meetings/votes/vote.html", context, status=status)
