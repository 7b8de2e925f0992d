"""Setting a row's fields and saying what changed, for actions."""

from decimal import Decimal
from typing import Any

from django.db.models import Model


def set_values(thing: Model, values: dict[str, Any]) -> dict[str, list[Any]]:
    """Set the fields that differ (not saved) and return {field: [old, new]} in plain words for the audit trail."""
    changes: dict[str, list[Any]] = {}
    for name, new in values.items():
        old = getattr(thing, name)
        if old != new:
            setattr(thing, name, new)
            changes[name] = [plain(old), plain(new)]
    return changes


def plain(value: Any) -> Any:
    """A value as the audit trail keeps it: rows by their name, numbers as they are."""
    if isinstance(value, Model):
        return str(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value
