"""Language, theme and text size: kept in cookies, so that they hold before signing in too."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import check_for_language

from yixian.web.shared.context import TEXT_SIZES, THEMES
from yixian.web.shared.http import allow

YEAR = 60 * 60 * 24 * 365


@allow("shared.choose_preferences")
def choose(request: HttpRequest) -> HttpResponse:
    """Store what was chosen and go back to where the person was."""
    back = request.POST.get("next", "/")
    if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
        back = "/"
    response: HttpResponseRedirectBase = redirect(back)
    language = request.POST.get("language", "")
    if language in dict(settings.LANGUAGES) and check_for_language(language):
        _keep(response, settings.LANGUAGE_COOKIE_NAME, language)
    for name, allowed in (("theme", THEMES), ("text", TEXT_SIZES)):
        if request.POST.get(name) in allowed:
            _keep(response, name, request.POST[name])
    return response


def _keep(response: HttpResponse, name: str, value: str) -> None:
    response.set_cookie(name, value, max_age=YEAR, samesite="Lax", secure=settings.HTTPS)
