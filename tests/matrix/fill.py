"""Rows for tables that nobody filled, and words by which a federation's rows can be told anywhere."""

import datetime
import hashlib
import uuid
from collections.abc import Iterator
from itertools import count
from typing import Any

from django.apps import apps
from django.db import models

from yixian.web.organisations.models import Federation

_number = count(1)
LEAST_LENGTH = 30
KEPT_AS_THEY_ARE = frozenset({
    "digest", "link_digest", "link_sealed", "password", "session_salt", "found", "target", "purpose", "cadence", "key",
    "source", "month", "first_month", "earliest_month", "latest_month", "made_at", "region_code", "code", "original",
    "shown", "thumbnail", "verb", "file_name", "login", "phone",
})  # fmt: skip


def models_with_owner() -> list[type[models.Model]]:
    """Every table whose rows belong to one federation, parents first."""
    ours = [m for m in apps.get_models() if m.__module__.startswith("yixian.")]
    return [m for m in ours if any(f.name == "federation" for f in m._meta.fields)]


def make(world: Any, model: type[models.Model], **values: Any) -> Any:
    """A row of a model in a world, with everything that a caller leaves out filled in."""
    for field in model._meta.concrete_fields:
        if field.name in values or field.attname in values or _fills_itself(field):
            continue
        values[field.name] = world.federation if field.name == "federation" else _value(world, field)
    return model._base_manager.create(**values)


def _fills_itself(field: Any) -> bool:
    automatic = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
    return field.primary_key or automatic or field.null or field.has_default()


def _value(world: Any, field: Any) -> Any:
    """Something valid for a field that must have a value."""
    if field.is_relation:
        return world.first(field.related_model)
    if field.choices:
        return next(value for value, _label in field.flatchoices if value)
    if "digest" in field.name:
        return hashlib.sha256(str(next(_number)).encode()).hexdigest()
    plain = {
        models.DateField: datetime.date(2026, 11, 26),
        models.DateTimeField: datetime.datetime(2026, 11, 26, 1, tzinfo=datetime.UTC),
        models.TimeField: datetime.time(9),
        models.UUIDField: uuid.uuid4(),
        models.JSONField: {},
        models.BooleanField: False,
    }
    for kind, value in plain.items():
        if type(field) is kind:
            return value
    is_number = isinstance(field, models.IntegerField | models.DecimalField)
    return 1 if is_number else _words(field)


def _words(field: Any) -> str:
    if field.blank:
        return ""
    return "2026-11" if field.max_length == 7 else f"{field.name[:20]}{next(_number)}"


def text_fields(model: type[models.Model]) -> Iterator[Any]:
    """The fields in which words of people stand."""
    for field in model._meta.concrete_fields:
        if not isinstance(field, models.CharField | models.TextField) or field.choices:
            continue
        if field.name not in KEPT_AS_THEY_ARE and (field.max_length or 10_000) >= LEAST_LENGTH:
            yield field


def mark(federation: Federation, canary: str) -> None:
    """Put the canary into every text field of every row of a federation."""
    for model in [Federation, *models_with_owner()]:
        fields = list(text_fields(model))
        own = {"pk": federation.pk} if model is Federation else {"federation_id": federation.pk}
        for row in model._base_manager.filter(**own):
            marked = {field.attname: _marked(getattr(row, field.attname), field, canary) for field in fields}
            if marked:
                model._base_manager.filter(pk=row.pk).update(**marked)


def _marked(value: str | None, field: Any, canary: str) -> str:
    if isinstance(field, models.EmailField):
        return f"{canary}@example.org"
    room = (field.max_length or 10_000) - len(canary)
    return f"{(value or '')[:room]}{canary}"
