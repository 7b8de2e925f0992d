"""What the phone's page is made of: its modules, and the sentences that they say."""

import json
from functools import cache, lru_cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join, json_script
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yixian.web.capture.models import Capture
from yixian.web.field.forms import PROMPTS
from yixian.web.field.items import ANSWER, CHECK_IN, VOTE

register = template.Library()

MODULES = (
    "home", "form", "list", "outbox", "sync", "door", "store", "lock", "digest", "ids", "picture",
    "annotate", "viewfinder", "rescue", "zip", "talk",
)  # fmt: skip
SHARED = (
    "shared/yixian.css", "shared/mark.svg", "shared/js/app.js", "shared/js/toast.js", "shared/js/confirm.js",
    "vendor/htmx/htmx.min.js", "vendor/icons/icons.svg", "field/field.css",
    "meetings/votes.css",
)  # fmt: skip


@cache
def shell_files() -> list[str]:
    """Addresses of everything that the page needs without a line."""
    return [static(name) for name in (*SHARED, *(f"field/js/{name}.js" for name in MODULES))]


@register.simple_tag
def preload_modules() -> SafeString:
    """All modules at once, instead of one after the other as they name each other."""
    names = ("shared/js/toast.js", *(f"field/js/{name}.js" for name in MODULES))
    links = ((static(name),) for name in names)
    return format_html_join("", '<link rel="modulepreload" href="{}">', links)


@register.simple_tag
def field_words() -> SafeString:
    """The sentences of the scripts, in the page's language."""
    return _words(get_language() or "")


@lru_cache(maxsize=8)
def _words(_language: str) -> SafeString:
    return json_script(json.loads(json.dumps(_sentences(), default=str)), "field-words")


def _sentences() -> dict[str, object]:
    kinds = {key: str(label)[:1].upper() + str(label)[1:] for key, label in Capture.Kind.choices}
    return {
        "kinds": {**kinds, CHECK_IN: _("Check-in"), ANSWER: _("My answer"), VOTE: _("Your vote")},
        "prompts": {key: str(text) for key, text in PROMPTS.items()},
        "states": _states(),
        "reading": _("Reading the photo…"),
        "photos": _("{number} photos, each becomes a record of its own."),
        "saved": _("Saved on this phone. It is sent as soon as there is a connection."),
        "empty": _("Write a few words or add a photo."),
        "no_answer": _("Write your answer first."),
        "check_in_first": _("Check in first: only those who are present vote."),
        "no_photo": _("Take a photo first."),
        "no_camera": _("The camera cannot be opened here. Use “Take a photo” or the album."),
        "unreadable": _("This file could not be read as a picture. Please take the photo again."),
        "forbidden": _("No photos here."),
        "full": _("NOT saved: this phone has no space left. What you wrote is still here. Free some space."),
        "not_saved": _("NOT saved on this phone. What you wrote is still here; please try again."),
        "no_store": _("This browser keeps nothing here (private mode?). Open the page in another browser."),
        "held": _("{number} on this phone"),
        "nothing_held": _("all arrived"),
        "others": _(
            "{number} records of {name} are on this phone. They are locked until {name} signs in here."
        ),
        "some_stuck": _("Something cannot be sent. Correct it, or save a copy of it."),
        "offline": _("No connection. Everything is kept on this phone and is sent by itself later."),
        "signed_out": _("The network or the sign-in page is in between. Sign in again; nothing is lost."),
        "other_person": _("Somebody else is signed in here now. Your records stay until you sign in again."),
        "failed": _("The server could not take it in just now. It is tried again by itself."),
        "server_full": _("The server has no space left. Everything stays on this phone for now."),
        "really": _("Delete for good"),
    }


def _states() -> dict[str, str]:
    return {
        "kept": _("on this phone"),
        "sending": _("on its way"),
        "sent": _("arrived, not yet confirmed"),
        "confirmed": _("confirmed, waits for the host"),
        "checked_in": _("checked in"),
        "answered": _("confirmed"),
        "counted": _("counted"),
        "outvoted": _("a newer vote counts"),
        "released": _("released"),
        "withheld": _("kept back by the host"),
        "quarantined": _("in quarantine"),
        "refused": _("not taken"),
        "damaged": _("damaged on this phone"),
        "stuck": _("cannot be sent"),
        "lost": _("missing on the server"),
        "gone": _("deleted"),
    }
