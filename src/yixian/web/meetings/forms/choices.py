"""Fields for one or several of the federation's records: chosen from a list, or written where it would be too long."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from django import forms
from django.db.models import Model, QuerySet
from django.utils.choices import BaseChoiceIterator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.queries.choices import Choices
from yixian.web.meetings.words import beside
from yixian.web.shared.text import fold


def limit(
    form: forms.Form,
    name: str,
    records: Callable[[], QuerySet[Any]],
    labels: Choices | None,
    of: type[Model] | None = None,
) -> None:
    """Let a field take these records only; `labels` are shown to choose from, None asks for a name instead.

    The records are asked for only when something was chosen: a form that is merely shown needs the labels, or
    where a name is written to know what the records are `of`.
    """
    field = form.fields[name]
    if labels is None:
        model = of or records().model
        form.fields[name] = WrittenChoice(records, model, required=field.required, label=field.label)
        return
    if form.is_bound:
        field.queryset = records()  # type: ignore[attr-defined]
    empty = getattr(field, "empty_label", None)
    first = [("", empty)] if empty is not None else []
    field.choices = InOrder([*first, *labels])  # type: ignore[attr-defined]


class InOrder(BaseChoiceIterator):
    """Choices that are as Django wants them, so that it need not look at each of hundreds, twice."""

    def __init__(self, choices: list[tuple[Any, Any]]) -> None:
        self.choices = choices

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return iter(self.choices)


class WrittenChoice(forms.CharField):
    """A record by its name, its union before it where several are called the same; its value is the record."""

    def __init__(self, records: Callable[[], QuerySet[Any]], model: type[Model], **kwargs: Any) -> None:
        self.records = records
        self.is_of_union = any(field.name == "member" for field in model._meta.concrete_fields)
        help_text = _("The name as on record, with its union before it where several are called the same.")
        super().__init__(max_length=120, help_text=help_text if self.is_of_union else "", **kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A record, or its number as it stands in an address, is shown by its name."""
        if str(value or "").isdecimal():
            value = self.records().filter(pk=int(value)).first()
        if not isinstance(value, Model):
            return value
        union = value.member if self.is_of_union else None
        return beside(union.short_name if union else "", value.name)

    def clean(self, value: Any) -> Any:
        """The record of this name, or None."""
        wanted = fold(super().clean(value))
        if not wanted:
            return None
        found = self._called(wanted)
        if len(found) > 1:
            raise forms.ValidationError(gettext("Several are called this. Write the union before the name."))
        if not found:
            raise forms.ValidationError(
                gettext("Nothing on record has this name. Write it as it is on record.")
            )
        return found[0]

    def _called(self, wanted: str) -> list[Any]:
        """At most two records of this name."""
        found = list(self.records().filter(name=wanted)[:2])
        if found:
            return found
        if not self.is_of_union:
            return list(self.records().filter(short_name=wanted)[:2])
        union, *rest = re.split(r"[,，\s]+", wanted)
        return list(self.records().filter(member__short_name=union, name=" ".join(rest))[:2])
