"""The one way from an address to a view: each method names its policy."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed

from yixian.web.shared import policy

View = Callable[..., HttpResponse]
T = TypeVar("T")


def or_404(found: T | None) -> T:
    """What was found; 404 when there is nothing that the person may see."""
    if found is None:
        raise Http404
    return found


def allow(name: str) -> Callable[[View], View]:
    """Mark a view with its policy, and stop at the door whoever can never pass."""

    def mark(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if policy.may_in_principle(request.user, name):
                return view(request, *args, **kwargs)
            if not request.user.is_authenticated:
                return _to_sign_in(request)
            policy.check(request.user, name)
            raise AssertionError("a check that refuses in principle must refuse")

        guarded.policy = name  # type: ignore[attr-defined]
        return guarded

    return mark


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """Send a signed-out person to sign in and back; a fragment request reloads the whole page.

    A form that saves itself gets a plain refusal: it would take the sign-in page for an answer that all is stored.
    """
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=401)
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    target = request.get_full_path() if request.method in ("GET", "HEAD") else "/"
    return redirect_to_login(target)


def resource(**views: View) -> View:
    """One noun: a view per method, as in ``resource(get=show_notice, post=send_notice)``."""
    table = {method.upper(): view for method, view in views.items()}
    for method, view in table.items():
        if not hasattr(view, "policy"):
            raise ImproperlyConfigured(f"{view.__module__}.{view.__name__} ({method}) declares no policy")
    if "GET" in table:
        table["HEAD"] = table["GET"]

    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        view = table.get(request.method or "")
        if view is None:
            return HttpResponseNotAllowed(sorted(table))
        return view(request, *args, **kwargs)

    answer.policies = {m: v.policy for m, v in table.items() if m != "HEAD"}  # type: ignore[attr-defined]
    answer.views = table  # type: ignore[attr-defined]
    return answer
