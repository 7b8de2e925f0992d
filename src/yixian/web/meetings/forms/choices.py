"""Fields for one or several of the federation's records."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet


def limit(
    form: forms.Form, name: str, records: QuerySet[Any], labels: Iterable[tuple[int, str]] | None = None
) -> None:
    """Let a field take these records only; `labels` are shown instead of reading every record for its name."""
    field = form.fields[name]
    field.queryset = records  # type: ignore[attr-defined]
    if labels is not None:
        empty = getattr(field, "empty_label", None)
        first = [("", empty)] if empty is not None else []
        field.choices = [*first, *labels]  # type: ignore[attr-defined]
