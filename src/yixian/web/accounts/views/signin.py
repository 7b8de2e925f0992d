"""Signing in with a password, and out."""

from typing import Any

from django.conf import settings
from django.contrib.auth import authenticate, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from yixian.web.accounts.actions.signin import note_sign_in
from yixian.web.accounts.forms.signin import SignInForm
from yixian.web.accounts.idle import begin_session, ended_idle
from yixian.web.accounts.links import safe_target
from yixian.web.shared.http import allow


@allow("accounts.sign_in")
def show_sign_in(request: HttpRequest) -> HttpResponse:
    """The form; whoever is signed in goes on at once."""
    target = safe_target(request, request.GET.get("next"))
    if request.user.is_authenticated:
        return redirect(target)
    return _page(request, SignInForm(), target)


@allow("accounts.sign_in")
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """Check the password; the answer is the same whether the login exists or not."""
    target = safe_target(request, request.POST.get("next"))
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _page(request, form, target, status=422)
    person = authenticate(request, **form.cleaned_data)
    if person is None:
        form.add_error(None, _("Login and password do not belong together. Please check both and try again."))
        return _page(request, form, target, status=422)
    begin_session(request, person)
    note_sign_in(by=person)
    return redirect(target)


@allow("accounts.sign_out")
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session."""
    logout(request)
    return redirect("accounts:signin")


def locked_out(request: HttpRequest, response: Any = None, credentials: Any = None) -> HttpResponse:
    """What everybody sees after five wrong passwords for one login, right or wrong, known or not."""
    answer = render(request, "accounts/locked_out.html", status=429)
    answer["Retry-After"] = "900"
    return answer


def _page(request: HttpRequest, form: SignInForm, target: str, status: int = 200) -> HttpResponse:
    idle = settings.IDLE_MINUTES if ended_idle(request) else None
    context = {"form": form, "next": target, "idle_minutes": idle}
    return render(request, "accounts/signin.html", context, status=status)
