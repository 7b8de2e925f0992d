"""Which rows of the demo's can stand in an address: by argument, in the order in which they are tried."""

from collections.abc import Callable, Iterator
from itertools import islice, product
from typing import Any

FEW, MOST = 8, 120


def _meetings() -> list[int]:
    """One of every state, those first on which most happens."""
    from yixian.web.meetings.models import Meeting

    rank = {s: n for n, s in enumerate(("open", "under_way", "wrapped_up", "closed", "announced", "planned"))}
    rows = Meeting.objects.filter(federation__name="示例区总工会").order_by("pk").values_list("state", "pk")
    first = {}
    for state, pk in rows:
        first.setdefault(state, pk)
    return [first[state] for state in sorted(first, key=lambda s: rank.get(s, 9))]


def _rows(label: str) -> Callable[[], list[int]]:
    def first() -> list[int]:
        from django.apps import apps

        rows = apps.get_model(label)._base_manager.filter(federation__name="示例区总工会").order_by("pk")
        numbers = list(rows.values_list("pk", flat=True))
        return numbers[:-FEW:-1] + numbers[:FEW]

    return first


def _at_meetings(label: str, path: str = "meeting") -> Callable[[], list[int]]:
    """The first few rows of each of those meetings."""

    def first() -> list[int]:
        from django.apps import apps

        rows, found = apps.get_model(label)._base_manager.order_by("pk"), []
        for meeting in _meetings():
            found += rows.filter(**{path: meeting}).values_list("pk", flat=True)[:2]
        return found

    return first


THINGS: dict[str, Callable[[], list[Any]]] = {
    "meeting_pk": _meetings,
    "meetings pk": _meetings,
    "meetings invitation": _at_meetings("meetings.Invitation"),
    "meetings item": _at_meetings("meetings.AgendaItem"),
    "meetings station": _at_meetings("meetings.Station", "tour__meeting"),
    "meetings:archive-draft pk": _rows("meetings.ArchiveDraft"),
    "grouping pk": _meetings,
    "grouping person": lambda: _placed(),
    "grouping group": _at_meetings("grouping.Group", "grouping__meeting"),
    "planning plan_id": _rows("planning.YearPlan"),
    "planning swap_id": _rows("planning.Swap"),
    "planning confirmation_id": _rows("planning.Confirmation"),
    "planning month": lambda: _months(),
    "learning pk": _rows("learning.Experience"),
    "learning:below-one pk": _rows("learning.Experience"),
    "reports:below pk": lambda: _district(),
    "learning:person pk": lambda: _often_there(),
    "learning:adoption pk": _rows("learning.Adoption"),
    "learning:digest pk": lambda: _own_digests(),
    "learning:question pk": _rows("learning.Question"),
    "problems pk": _rows("problems.Problem"),
    "capture:station pk": _at_meetings("meetings.Station", "tour__meeting"),
    "capture:photo pk": _rows("capture.Photo"),
    "capture:photo size": lambda: ["thumbnail"],
    "capture:record pk": _rows("capture.Capture"),
    "organisations pk": _rows("organisations.Member"),
    "organisations:venue pk": _rows("organisations.Venue"),
    "organisations:topic pk": _rows("organisations.Topic"),
    "organisations:subdistrict pk": _rows("organisations.Subdistrict"),
    "accounts pk": _rows("accounts.Person"),
    "accounts:roster-import pk": _rows("accounts.RosterImport"),
}


def _placed() -> list[int]:
    """Who stands in a group at one of those meetings."""
    from yixian.web.grouping.models import Place

    rows = Place._base_manager.filter(grouping__meeting__in=_meetings()).order_by("pk")
    return list(rows.values_list("person_id", flat=True)[:FEW])


def _own_digests() -> list[int]:
    """A digest is its reader's alone."""
    from benchmarks.pages import people
    from yixian.web.learning.models import Digest

    rows = Digest._base_manager.filter(person__in=people().values()).order_by("-pk")
    return list(rows.values_list("pk", flat=True)[:FEW])


def _often_there() -> list[int]:
    """Those who went to most meetings."""
    from django.db.models import Count

    from yixian.web.accounts.models import Person

    people = Person._base_manager.filter(federation__name="示例区总工会").annotate(times=Count("check_ins"))
    return list(people.order_by("-times", "pk").values_list("pk", flat=True)[:FEW])


def _months() -> list[str]:
    from yixian.web.planning.models import PlanChoice

    return list(PlanChoice._base_manager.order_by("month").values_list("month", flat=True)[:2])


def _district() -> list[int]:
    from yixian.web.organisations.models import Federation

    return list(Federation.objects.filter(name="示例区总工会").values_list("pk", flat=True))


def candidates(name: str, arguments: list[str]) -> Iterator[dict[str, Any]]:
    """What could be put into an address; nothing when the demo has nothing for it."""
    choices = []
    for argument in arguments:
        keys = (f"{name} {argument}", f"{name.partition(':')[0]} {argument}", argument)
        find = next((THINGS[key] for key in keys if key in THINGS), None)
        choices.append(find() if find else [])
    yield from (dict(zip(arguments, values, strict=True)) for values in islice(product(*choices), MOST))
