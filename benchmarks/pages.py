"""Every kind of page of the site, with real things of the demo's in its address."""

import re
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.client import Page
from benchmarks.things import candidates
from yixian.web.accounts.models import Person
from yixian.web.config.checks import endpoints
from yixian.web.meetings.models import Meeting

TRIED = 12
ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")


def people() -> dict[str, Any]:
    """Who opens pages."""
    inside = Person.objects.filter(federation__name="示例区总工会").select_related("federation", "member")
    held = Meeting.objects.filter(federation__name="示例区总工会", coordinator__isnull=False).order_by(
        "state"
    )
    others = inside.filter(post="chair").exclude(member=held[0].host)
    return {
        "office": inside.filter(duty="office").earliest("pk"),
        "coordinator": inside.get(pk=held[0].coordinator_id),
        "chair": others.order_by("pk")[2],
        "delegate": inside.filter(member__isnull=False).exclude(post="chair").order_by("pk")[3],
        "city": Person.objects.select_related("federation", "member").filter(federation__name="示例市总工会")[
            0
        ],
    }


def kinds() -> list[tuple[Page, int]]:
    """Every page that somebody may open, with the number of its queries."""
    clients = {}
    for who, person in people().items():
        clients[who] = Client(
            raise_request_exception=False,
            headers={"accept-language": "zh-CN"},
            SERVER_NAME="localhost",
        )
        clients[who].force_login(person, backend="yixian.web.accounts.backends.LoginBackend")
    found = []
    for name, arguments in _addresses():
        opened = _fullest_that_opens(clients, name, arguments)
        if opened is None:
            continue
        who, path = opened
        with CaptureQueriesContext(connection) as queries:
            answer = clients[who].get(path)
        is_file = answer.get("Content-Disposition", "").startswith("attachment")
        cookie = "; ".join(f"{key}={morsel.value}" for key, morsel in clients[who].cookies.items())
        found.append((Page(name, who, path, cookie, is_file), len(queries)))
    return found


def _fullest_that_opens(clients: dict[str, Any], name: str, arguments: list[str]) -> tuple[str, str] | None:
    """Who can open a page, and where most stands on it; None when the demo has nothing to show there."""
    opened: list[tuple[int, str, str]] = []
    for values in candidates(name, arguments):
        path = reverse(name, kwargs=values)
        for who, client in clients.items():
            answer = client.get(path)
            if answer.status_code == 200:
                opened.append((len(answer.getvalue()), who, path))
                break
        if len(opened) == TRIED:
            break
    return max(opened)[1:] if opened else None


def _addresses() -> Iterator[tuple[str, list[str]]]:
    for route, name, view in endpoints():
        if "GET" in view.policies and name != "shared:styleguide":
            yield name, ARGUMENT.findall(route)
