"""Personal one-time links. Opening one changes nothing: chat apps open every link to draw a preview."""

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_variables

from yixian.web.accounts.actions.links import request_link, use_link
from yixian.web.accounts.queries.links import LinkPage, link_page
from yixian.web.accounts.views.signin import BACKEND
from yixian.web.shared.http import allow

STATUS = {"open": 200}
GONE = 410


@allow("accounts.open_link")
def show_link(request: HttpRequest, token: str) -> HttpResponse:
    """Say who is coming in; whoever is in already goes straight on."""
    page = _find(token)
    if page.person == request.user:
        return redirect(page.link.target)
    return _page(request, token, page)


@allow("accounts.open_link")
@sensitive_variables("token")
def enter(request: HttpRequest, token: str) -> HttpResponse:
    """Spend the link, sign in with a new session, go to what the link is for."""
    page = _find(token)
    if page.person == request.user:
        return redirect(page.link.target)
    if page.state != "open":
        return _page(request, token, page)
    login(request, use_link(link=page.link), backend=BACKEND)
    return redirect(page.link.target)


@allow("accounts.request_link")
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
    """The page of a link; its address is a secret, so nothing may pass it on or keep it.

    The policy is strict-origin and not no-referrer because under the latter browsers send the form's POST
    with `Origin: null`, which the protection against forged requests rightly refuses. Neither ever sends
    the path.
    """
    response = render(
        request, "accounts/link.html", {"page": page, "token": token}, status=STATUS.get(page.state, GONE)
    )
    response["Referrer-Policy"] = "strict-origin"
    response["Cache-Control"] = "private, no-store"
    return response
