"""What every page knows: preferences, navigation, whose site this is."""

from typing import Any

from django.http import HttpRequest

from yixian.web.shared.navigation import entries_for

THEMES = ("auto", "light", "dark")
TEXT_SIZES = ("normal", "large")


def page_context(request: HttpRequest) -> dict[str, Any]:
    """Preferences from cookies, and the navigation of the signed-in person."""
    person = getattr(request, "user", None)
    signed_in = bool(person and person.is_authenticated)
    return {
        "ui": {
            "theme": _one_of(request.COOKIES.get("theme"), THEMES),
            "text": _one_of(request.COOKIES.get("text"), TEXT_SIZES),
            "post": (person.post_name or person.get_duty_display())
            if person is not None and signed_in
            else "",
        },
        "person": person if signed_in else None,
        "federation": person.federation if person is not None and signed_in else None,
        "nav": entries_for(person, request.path) if signed_in else [],
    }


def _one_of(value: str | None, allowed: tuple[str, ...]) -> str:
    return value if value in allowed else allowed[0]
