"""Sessions of the office end when nobody uses them.

A member's phone stays signed in for weeks: it comes in by a one-time link and could not by itself come in again.
A desk of the office sees more and stands open, so its session ends after `IDLE_MINUTES` without a request.

When a session was last used stands in a signed cookie that is good for this session only, and not in the
database: looking at a page never writes. Whoever has no such cookie was last seen when they signed in.
"""

from collections.abc import Callable
from time import time

from django.conf import settings
from django.contrib.auth import login
from django.core import signing
from django.http import HttpRequest, HttpResponse

from yixian.web.accounts.models import Person

Answer = Callable[[HttpRequest], HttpResponse]

BACKEND = "yixian.web.accounts.backends.LoginBackend"
SINCE = "office_since"
ENDED = "ended"
RENEWED_AFTER = 60


def begin_session(request: HttpRequest, person: Person) -> None:
    """Sign a person in; a session of the office is one that can end for want of use."""
    login(request, person, backend=BACKEND)
    if person.duty != Person.Duty.MEMBER:
        request.session[SINCE] = int(time())


def ended_idle(request: HttpRequest) -> bool:
    """Whether this browser's session ended for want of use, and nobody signed in since."""
    return request.COOKIES.get(settings.IDLE_COOKIE_NAME) == ENDED


def idle_middleware(get_response: Answer) -> Answer:
    """End a session that was not used for too long, before anybody asks whose it is."""

    def middleware(request: HttpRequest) -> HttpResponse:
        last, key, now = last_use(request), request.session.session_key, int(time())
        if last is not None and now - last > settings.IDLE_MINUTES * 60:
            request.session.flush()
            response = get_response(request)
            return _remember(response, ENDED)
        response = get_response(request)
        is_current = last is not None and now - last < RENEWED_AFTER and request.session.session_key == key
        if is_current or not _is_of_office(request):
            return response
        return _remember(response, stamp(request.session.session_key, now))

    return middleware


def last_use(request: HttpRequest) -> int | None:
    """When the session was last used, in seconds since 1970; None for one that does not end for want of use."""
    if not _is_of_office(request):
        return None
    since = int(request.session[SINCE])
    try:
        said = _signer(request.session.session_key).unsign(request.COOKIES.get(settings.IDLE_COOKIE_NAME, ""))
    except signing.BadSignature:
        return since
    return max(since, int(said))


def stamp(session_key: str, at: int) -> str:
    """What the cookie says: a moment, signed for one session."""
    return _signer(session_key).sign(str(at))


def _is_of_office(request: HttpRequest) -> bool:
    return bool(settings.IDLE_MINUTES and request.session.session_key and SINCE in request.session)


def _signer(session_key: str) -> signing.Signer:
    return signing.Signer(salt=f"yixian.idle.{session_key}")


def _remember(response: HttpResponse, value: str) -> HttpResponse:
    response.set_cookie(
        settings.IDLE_COOKIE_NAME,
        value,
        max_age=settings.IDLE_MINUTES * 60,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
