"""What waits for the office: the kinds in the order of their weight, each with its words and the list it opens."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Todo:
    """Something that waits for the office: how many, what, and the list it opens."""

    count: int
    text: str
    url: str
    tone: str = "wait"


def todos(n: dict[str, Any]) -> list[Todo]:
    """What waits, the most urgent first; nothing that is at rest."""
    places = {"capture:records": [n["release_meeting"]]}
    waiting = [(key, n[key], *rest) for key, *rest in WAITS if n[key]]
    return [
        Todo(count, WORDS[key](count), f"{reverse(name, args=places.get(name))}{query}", tone)
        for key, count, name, query, tone in waiting
    ]


WAITS = (
    ("overdue", "problems:list", "?view=overdue", "bad"),
    ("found", "problems:list", "?view=open", "wait"),
    ("solved", "problems:list", "?view=open", "wait"),
    ("releases", "capture:records", "", "wait"),
    ("to_close", "meetings:list", "?when=past&state=wrapped_up", "wait"),
    ("questions", "learning:questions", "", "learn"),
    ("links", "accounts:people", "", "wait"),
    ("plan_drafts", "planning:versions", "", "plan"),
    ("declined", "planning:confirmations", "", "bad"),
    ("swaps", "planning:swaps", "", "wait"),
    ("offers", "planning:offers", "", "learn"),
    ("moved", "learning:adoptions", "", "learn"),
    ("reports_read", "meetings:archive", "", "wait"),
)

# What waits, in words that follow its number.
WORDS: dict[str, Callable[[int], str]] = {
    "overdue": lambda n: ngettext("problem is overdue", "problems are overdue", n),
    "found": lambda n: ngettext("problem has no owner yet", "problems have no owner yet", n),
    "solved": lambda n: ngettext(
        "solved problem waits to be confirmed", "solved problems wait to be confirmed", n
    ),
    "releases": lambda n: ngettext(
        "record waits for the host's release", "records wait for the host's release", n
    ),
    "to_close": lambda n: ngettext("meeting is to be closed", "meetings are to be closed", n),
    "questions": lambda n: ngettext("question waits for an answer", "questions wait for an answer", n),
    "links": lambda n: ngettext(
        "person asks for a new personal link", "people ask for a new personal link", n
    ),
    "plan_drafts": lambda n: ngettext("draft of a year plan", "drafts of a year plan", n),
    "declined": lambda n: ngettext("host cannot keep its month", "hosts cannot keep their months", n),
    "swaps": lambda n: ngettext(
        "swap that two hosts agree on waits for you", "swaps that two hosts agree on wait for you", n
    ),
    "offers": lambda n: ngettext("open offer to host", "open offers to host", n),
    "moved": lambda n: ngettext(
        "borrowing moved in the last 30 days", "borrowings moved in the last 30 days", n
    ),
    "reports_read": lambda n: ngettext("report is to be looked over", "reports are to be looked over", n),
}
