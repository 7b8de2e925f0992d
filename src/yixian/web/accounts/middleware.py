"""Who is asking, and inside which federation: everything else fails closed."""

from collections.abc import Callable

from django.contrib.auth import get_user
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django_scopes import scope

Answer = Callable[[HttpRequest], HttpResponse]


def person_middleware(get_response: Answer) -> Answer:
    """Load the person (session and person: two queries) and open the scope of their federation."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.user = get_user(request) if request.session.session_key else AnonymousUser()
        if request.user.is_authenticated:
            with scope(federation=request.user.federation_id):
                response = get_response(request)
            response.headers.setdefault("Cache-Control", "private, no-store")
            return response
        with scope():
            return get_response(request)

    return middleware
