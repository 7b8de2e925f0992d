"""The audit trail in words: what was done, to what kind of thing, which field.

Each subject registers its words when the site starts; in `words_of` a language each is looked up once.
"""

import re
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import override

from yixian.web.shared.policy import REGISTRY
from yixian.web.shared.templatetags.ui_dates import month
from yixian.web.shared.writing import Options

MONTH = re.compile(r"[12]\d{3}-(0[1-9]|1[0-2])")

VERBS: dict[str, Any] = {}
THINGS: dict[str, Any] = {}
FIELDS: dict[str, Any] = {}
VALUES: dict[tuple[str, str], Any] = {}


def register_words(
    *,
    verbs: dict[str, Any] | None = None,
    things: dict[str, Any] | None = None,
    fields: dict[str, Any] | None = None,
    values: dict[tuple[str, str], Any] | None = None,
) -> None:
    """Add a subject's words (translated lazily); a value goes by (field, value).

    A field that means something else in one kind of thing goes by "app.kind.field".
    """
    VERBS.update(verbs or {})
    THINGS.update(things or {})
    FIELDS.update(fields or {})
    VALUES.update(values or {})
    words_of.cache_clear()


class Words:
    """Every word of the trail in one language."""

    def __init__(self) -> None:
        says = {name: policy.says for name, policy in REGISTRY.items()} | VERBS
        self.verbs = {verb: str(words) for verb, words in says.items()}
        self.things = {model._meta.label_lower: str(model._meta.verbose_name) for model in apps.get_models()}
        self.things |= {kind: str(words) for kind, words in THINGS.items()}
        self.fields = {name: str(words) for name, words in FIELDS.items()}
        self.values = {place: str(words) for place, words in VALUES.items()}
        self.choices: dict[tuple[str, str], dict[str, str]] = {}

    def verb(self, verb: str) -> str:
        """What was done; else what its policy allows to do; else the bare verb."""
        return self.verbs.get(verb, verb)

    def thing(self, kind: str) -> str:
        """What kind of thing it was done to."""
        return self.things.get(kind, kind)

    def field(self, name: str, kind: str = "") -> str:
        """A field's name; a month of a plan is a field too ("2027-03"), and "Workshop: minutes" one of many things'."""
        thing, of, own = name.rpartition(": ")
        if of:
            return f"{thing}: {self.field(own, kind)}"
        known = self.fields.get(f"{kind}.{name}") or self.fields.get(name)
        return known or (_month(name) if MONTH.fullmatch(name) else name.replace("_", " "))

    def value(self, kind: str, field: str, value: str) -> str:
        """A stored code in words: registered, or one of the choices of the thing's field; else as it is."""
        if (field, value) in self.values:
            return self.values[field, value]
        if (kind, field) not in self.choices:
            self.choices[kind, field] = _choices_of(kind, field)
        return self.choices[kind, field].get(value, value)

    @cached_property
    def choice_of_verbs(self) -> Options:
        """What can be looked for: everything that is written down, app by app as an app tells it."""
        return Options((verb, self.verbs[verb]) for verb in VERBS)


@lru_cache(maxsize=8)
def words_of(language: str) -> Words:
    """The words in a language."""
    with override(language):
        return Words()


def _month(text: str) -> str:
    year, number = text.split("-")
    return month(date(int(year), int(number), 1))


def _choices_of(kind: str, field: str) -> dict[str, str]:
    try:
        choices = apps.get_model(kind)._meta.get_field(field).flatchoices
    except (LookupError, ValueError, FieldDoesNotExist, AttributeError):
        return {}
    return {value: str(words) for value, words in choices}
