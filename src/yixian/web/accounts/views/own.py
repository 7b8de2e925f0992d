"""One's own page."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from yixian.web.accounts.actions.own import change_own_password, decide_pictures
from yixian.web.accounts.forms.people import OwnPasswordForm
from yixian.web.accounts.queries.own import own_data, own_panels
from yixian.web.accounts.rules import check_can_change_own_password
from yixian.web.shared.http import allow


@allow("accounts.see_own_account")
def show_me(request: HttpRequest) -> HttpResponse:
    """My data, my preferences, my consent, and what apps know of me."""
    return render(request, "accounts/me.html", {"panels": own_panels(request.user)})


@allow("accounts.change_own_consent")
def set_pictures(request: HttpRequest) -> HttpResponse:
    """Say yes or no to pictures."""
    decide_pictures(by=request.user, may_be_pictured=request.POST.get("may_be_pictured") == "yes")
    messages.success(request, _("Saved."))
    return redirect("accounts:me")


@allow("accounts.export_own_data")
def export_me(request: HttpRequest) -> HttpResponse:
    """Everything the site keeps of me, as a file."""
    # A line for each value. Indenting would take a hundred times as long: the quick encoder does not know it.
    options = {"ensure_ascii": False, "separators": (",\n", ": ")}
    response = JsonResponse(own_data(request.user), encoder=DjangoJSONEncoder, json_dumps_params=options)
    response["Content-Disposition"] = 'attachment; filename="my-data.json"'
    return response


@allow("accounts.change_own_password")
def show_password(request: HttpRequest) -> HttpResponse:
    """The form for a new password."""
    check_can_change_own_password(request.user)
    return _password(request, OwnPasswordForm(person=request.user))


@allow("accounts.change_own_password")
@sensitive_post_parameters()
def set_password(request: HttpRequest) -> HttpResponse:
    """Change my password and stay signed in here."""
    check_can_change_own_password(request.user)
    form = OwnPasswordForm(request.POST, person=request.user)
    if not form.is_valid():
        return _password(request, form, status=422)
    person = change_own_password(by=request.user, password=form.cleaned_data["password"])
    update_session_auth_hash(request, person)
    messages.success(request, _("Your password was changed. Other devices are signed out."))
    return redirect("accounts:me")


def _password(request: HttpRequest, form: OwnPasswordForm, status: int = 200) -> HttpResponse:
    return render(request, "accounts/password.html", {"form": form}, status=status)
