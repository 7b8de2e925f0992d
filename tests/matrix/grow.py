"""Many rows where there was one: every table of a federation, its constraints kept.

What comes in thousands at one thing stands at one (records, replies and reports of a meeting, people, problems).
What no thing ever has in thousands is spread over many of them: two thousand choices, but ten in a
vote. A rotation has as many visits as groups times stations; it is left as it is.
"""

import datetime
import uuid
from typing import Any

from django.db import models

from tests.matrix.fill import models_with_owner
from yixian.web.grouping.models import Place

NEVER_MANY = frozenset({"Programme", "Federation", "Subdistrict", "RosterImport", "Visit", "Delay", "Leg"})
FEW = {"Topic": 30}
# Table: the thing that its rows belong to, and the most that one has.
EACH = {
    "Absence": ("person", 12),
    "AdoptionStep": ("adoption", 40),
    "AgendaItem": ("meeting", 60),
    "Answer": ("question", 60),
    "Ballot": ("meeting", 12),
    "BallotChoice": ("ballot", 10),
    "Blackout": ("member", 12),
    "CheckIn": ("meeting", 420),
    "ChecklistItem": ("meeting", 40),
    "Group": ("grouping", 8),
    "HostOffer": ("member", 12),
    "Interest": ("person", 12),
    "MeetingEvent": ("meeting", 40),
    "PersonalLink": ("person", 40),
    "Place": ("group", 12),
    "PlanChoice": ("plan", 36),
    "PlanRun": ("plan", 40),
    "ProblemEvent": ("problem", 40),
    "Release": ("capture", 10),
    "ShareNote": ("digest", 10),
    "Station": ("tour", 12),
    "Swap": ("plan", 40),
    "Told": ("plan", 72),
    "Venue": ("member", 12),
    "Wish": ("grouping", 30),
}


def grow(federation: Any, rows: int) -> None:
    """Copy the first row of each table until there are `rows`; parents first, so that children find them."""
    done: dict[type[models.Model], list[int]] = {}
    for model in _parents_first(models_with_owner()):
        of_mine = model._base_manager.filter(federation=federation).order_by("pk")
        template = of_mine.first()
        if template is not None and model.__name__ not in NEVER_MANY:
            have = of_mine.count()
            taken = _taken(model, of_mine)
            copies = [
                _copy(template, number, done, taken)
                for number in range(have, min(rows, FEW.get(model.__name__, rows)))
            ]
            model._base_manager.bulk_create([copy for copy in copies if copy is not None])
        done[model] = list(of_mine.values_list("pk", flat=True))


def _parents_first(unsorted: list[type[models.Model]]) -> list[type[models.Model]]:
    """So that what a row must point to is there before it."""
    left, placed = list(unsorted), []
    while left:
        for model in left:
            needed = {f.related_model for f in model._meta.concrete_fields if f.is_relation and not f.null}
            if not needed & set(left) - {model}:
                placed.append(model)
                left.remove(model)
                break
        else:
            raise AssertionError(f"tables that need each other: {left}")
    return placed


def _single(model: type[models.Model]) -> set[str]:
    return {f.name for f in model._meta.concrete_fields if f.unique and not f.primary_key}


def _groups(model: type[models.Model]) -> list[tuple[str, ...]]:
    together = [tuple(c.fields) for c in model._meta.constraints if isinstance(c, models.UniqueConstraint)]
    return [tuple(f for f in group if f != "federation") for group in together]


def _taken(model: type[models.Model], rows: Any) -> dict[str, set[Any]]:
    """What rows that are there already hold in fields that must differ."""
    fields = _single(model) | {group[-1] for group in _groups(model)}
    return {name: set(rows.values_list(name, flat=True)) for name in fields}


def _copy(
    template: Any, number: int, done: dict[type[models.Model], list[int]], taken: dict[str, set[Any]]
) -> Any:
    """A copy of a row that differs in what must differ; None when that is impossible."""
    model = type(template)
    copy = model(
        **{f.attname: getattr(template, f.attname) for f in model._meta.concrete_fields if not f.primary_key}
    )
    if model.__name__ in EACH:
        _stand_at_another(copy, number, done)
    for name in taken:
        field = model._meta.get_field(name)
        if getattr(copy, field.attname) is None and name not in {group[-1] for group in _groups(model)}:
            continue
        value = _other(field, template, number, done, taken[name])
        if value is None and not field.null:
            return None
        setattr(copy, field.attname, value)
        taken[name].add(value)
    return copy


def _stand_at_another(copy: Any, number: int, done: dict[type[models.Model], list[int]]) -> None:
    """The next thing when one has its fill."""
    name, most = EACH[type(copy).__name__]
    field = copy._meta.get_field(name)
    things = done[field.related_model]
    setattr(copy, field.attname, things[number // most % len(things)])
    if isinstance(copy, Place):
        copy.grouping_id = copy.group.grouping_id


def _other(field: Any, template: Any, number: int, done: dict[Any, list[int]], taken: set[Any]) -> Any:
    """A value that no other row has in this field."""
    if field.is_relation:
        return next((pk for pk in done.get(field.related_model, []) if pk not in taken), None)
    old = getattr(template, field.attname)
    if isinstance(field, models.UUIDField):
        return uuid.uuid4()
    if isinstance(old, datetime.date):
        return old + datetime.timedelta(days=number)
    if isinstance(old, int):
        return 1000 + number
    if field.max_length == 7:
        return f"{2100 + number // 12}-{number % 12 + 1:02d}"
    room = (field.max_length or 200) - 6
    return f"{(old or '')[:room]}{number:06d}"
