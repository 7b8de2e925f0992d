"""What somebody would like to learn and see, and days on which they are away."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yixian.web.accounts.actions import interests as actions
from yixian.web.accounts.forms.interests import AbsenceForm, InterestsForm
from yixian.web.accounts.models import Person
from yixian.web.accounts.queries.interests import absence_visible_to, chosen_by, interests_page
from yixian.web.accounts.rules import check_can_change_interests
from yixian.web.accounts.views.people import find
from yixian.web.shared.http import allow, or_404


@allow("accounts.change_interests")
def show_interests(request: HttpRequest, pk: int) -> HttpResponse:
    """What can be chosen, and the days away."""
    person = _find(request, pk)
    return _page(request, person)


@allow("accounts.change_interests")
def set_interests(request: HttpRequest, pk: int) -> HttpResponse:
    """Store what was ticked."""
    person = _find(request, pk)
    form = InterestsForm(request.POST, person=person)
    if not form.is_valid():
        return _page(request, person, form=form, status=422)
    actions.choose_interests(
        by=request.user,
        person=person,
        topics=form.topics_chosen(),
        venue_kinds=form.cleaned_data["venue_kinds"],
    )
    messages.success(request, _("Saved."))
    return redirect(interests_page(request.user, person).back)


@allow("accounts.change_interests")
def add_absence(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down days on which the person is away."""
    person = _find(request, pk)
    form = AbsenceForm(request.POST)
    if not form.is_valid():
        return _page(request, person, absence=form, status=422)
    actions.add_absence(by=request.user, person=person, **form.cleaned_data)
    messages.success(request, _("Noted. For meetings on these days somebody else is suggested."))
    return redirect("accounts:person-interests", pk=pk)


@allow("accounts.change_interests")
def remove_absence(request: HttpRequest, pk: int) -> HttpResponse:
    """The person can come after all."""
    absence = or_404(absence_visible_to(request.user, pk))
    actions.remove_absence(by=request.user, absence=absence)
    messages.success(request, _("Taken off the list."))
    return redirect("accounts:person-interests", pk=absence.person_id)


def _find(request: HttpRequest, pk: int) -> Person:
    person = find(request, pk)
    check_can_change_interests(request.user, person)
    return person


def _page(
    request: HttpRequest,
    person: Person,
    form: InterestsForm | None = None,
    absence: AbsenceForm | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "page": interests_page(request.user, person),
        "form": form or InterestsForm(person=person, initial=chosen_by(person)),
        "absence": absence or AbsenceForm(),
    }
    return render(request, "accounts/people/interests.html", context, status=status)
