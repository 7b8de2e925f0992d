"""Personal one-time links. Opening one changes nothing: chat apps open every link to draw a preview."""

from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_variables

from yixian.web.accounts.actions.links import request_link, use_link
from yixian.web.accounts.idle import begin_session
from yixian.web.accounts.queries.links import LinkPage, link_page
from yixian.web.shared.errors_pages import not_found
from yixian.web.shared.http import View, allow

STATUS = {"open": 200}
GONE = 410


def secret_address(view: View) -> View:
    """Whatever is answered at the address of a link, a mistyped one too, passes that address on to nobody.

    The token is in the path, and who has it can come in. `strict-origin` tells a next page or file at most the
    name of the site, never the path. It is not `no-referrer`, because then browsers send the form's POST with
    `Origin: null`, which the protection against forged requests rightly refuses.
    """

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            response = view(request, *args, **kwargs)
        except Http404 as missing:
            response = not_found(request, missing)
        response["Referrer-Policy"] = "strict-origin"
        response["Cache-Control"] = "private, no-store"
        return response

    return answer


@allow("accounts.open_link")
@secret_address
def show_link(request: HttpRequest, token: str) -> HttpResponse:
    """Say who is coming in; whoever is in already goes straight on."""
    page = _find(token)
    if page.person == request.user:
        return redirect(page.link.target)
    return _page(request, token, page)


@allow("accounts.open_link")
@secret_address
@sensitive_variables("token")
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Spend the link, sign in with a new session, go to what the link is for."""
    page = _find(token)
    if page.person == request.user:
        return redirect(page.link.target)
    if page.state != "open":
        return _page(request, token, page)
    begin_session(request, use_link(link=page.link))
    return redirect(page.link.target)


@allow("accounts.request_link")
@secret_address
def ask_again(request: HttpRequest, token: str) -> HttpResponse:
    """Ask the office for a new link in place of a spent one."""
    page = _find(token)
    if page.state in ("used", "expired", "revoked"):
        request_link(link=page.link)
    return redirect("accounts:link", token=token)


def _find(token: str) -> LinkPage:
    page = link_page(token)
    if page is None:
        raise Http404
    return page


def _page(request: HttpRequest, token: str, page: LinkPage) -> HttpResponse:
    return render(
        request, "accounts/link.html", {"page": page, "token": token}, status=STATUS.get(page.state, GONE)
    )
