"""Access of people: duty, login, password, and personal links from the office."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from yixian.web.accounts import links as tokens
from yixian.web.accounts.actions.links import USUAL_TIME, answer_request, make_link, revoke_link
from yixian.web.accounts.actions.people import change_access
from yixian.web.accounts.forms.people import AccessForm
from yixian.web.accounts.models import Person, PersonalLink
from yixian.web.accounts.queries.people import links_visible_to, requests_visible_to
from yixian.web.accounts.rules import check_can_change_access
from yixian.web.accounts.views.people import find
from yixian.web.shared.http import allow


@allow("accounts.change_access")
def show_access(request: HttpRequest, pk: int) -> HttpResponse:
    """What the person may do now."""
    person = find(request, pk)
    check_can_change_access(request.user, person)
    initial = {"duty": person.duty, "login": person.login or "", "is_active": person.is_active}
    return _access(request, AccessForm(target=person, initial=initial), person)


@allow("accounts.change_access")
@sensitive_post_parameters("password")
def set_access(request: HttpRequest, pk: int) -> HttpResponse:
    """Change it; whoever loses something is signed out everywhere."""
    person = find(request, pk)
    check_can_change_access(request.user, person)
    form = AccessForm(request.POST, target=person)
    if not form.is_valid():
        return _access(request, form, person, status=422)
    changed = change_access(by=request.user, person=person, **form.cleaned_data)
    if changed.pk == request.user.pk:
        update_session_auth_hash(request, changed)
    messages.success(request, _("Saved."))
    return redirect("accounts:person", pk=pk)


@allow("accounts.make_link")
def add_link(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a personal link and show it, once."""
    person = find(request, pk)
    link, token = make_link(
        by=request.user, person=person, target="/", purpose="sign-in", valid_for=USUAL_TIME
    )
    return _made(request, link, token, person)


@allow("accounts.make_link")
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Make a link useless."""
    link = get_object_or_404(links_visible_to(request.user), pk=pk)
    revoke_link(by=request.user, link=link)
    messages.success(request, _("The link was withdrawn."))
    return redirect("accounts:person", pk=link.person_id)


@allow("accounts.answer_link_request")
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the link that somebody asked for, and show it, once."""
    asked = get_object_or_404(requests_visible_to(request.user), pk=pk)
    link, token = answer_request(by=request.user, asked=asked)
    return _made(request, link, token, asked.person)


def _access(request: HttpRequest, form: AccessForm, person: Person, status: int = 200) -> HttpResponse:
    return render(request, "accounts/people/access.html", {"form": form, "target": person}, status=status)


def _made(request: HttpRequest, link: PersonalLink, token: str, person: Person) -> HttpResponse:
    """The page that shows a link: nobody can see it again later."""
    context = {"link": link, "address": request.build_absolute_uri(tokens.path_of(token)), "target": person}
    return render(request, "accounts/people/link_made.html", context)
