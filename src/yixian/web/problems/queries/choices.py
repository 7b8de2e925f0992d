"""Choices among rows: their options are read as plain columns, for making objects of hundreds takes too long."""

from functools import cache, partial
from typing import Any

from django import forms
from django.db.models import QuerySet

Option = tuple[Any, str]
NOTHING = "—"


def offer(field: forms.Field, rows: QuerySet[Any], *columns: str) -> None:
    """Let a model choice offer these rows, each told by these columns; what comes back is checked against them."""
    if not isinstance(field, forms.ModelChoiceField):
        raise TypeError(f"only a choice among rows can offer them, not {field!r}")
    field.queryset = rows
    empty = None if field.empty_label is None else NOTHING
    field.choices = cache(partial(options, rows, *columns, empty=empty))


def options(rows: QuerySet[Any], *columns: str, empty: str | None = None) -> list[Option]:
    """Key and words of each row; `empty` words a first option that chooses nothing."""
    found = [
        (pk, " ".join(str(each) for each in words if each)) for pk, *words in rows.values_list("pk", *columns)
    ]
    return found if empty is None else [("", str(empty)), *found]
