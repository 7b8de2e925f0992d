"""Long lists that are drawn in Python: what does not change from row to row is worked out once.

Everything that somebody wrote is made safe on the way.
"""

import re
from collections.abc import Iterable
from html import escape
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import get_language

HAS_SIGNS = re.compile("[&<>\"']").search
BETWEEN = "\0"  # stands in no text: forms refuse it


def escaped(*texts: str) -> list[str]:
    """Several texts made safe in one go: a row of a long table has many."""
    return escape(BETWEEN.join(texts)).split(BETWEEN) if texts else []


def escaped_words(**texts: str) -> dict[str, str]:
    """The words of a list, made safe once for all its rows."""
    return {name: escape(text) for name, text in texts.items()}


class Escaped(dict[str, str]):
    """Texts as they stand in a page, `escaped[text]`: each is worked out once, however many rows it stands in."""

    def __missing__(self, text: str) -> str:
        made = self[text] = escape(text) if HAS_SIGNS(text) else text
        return made


def token_field(context: dict[str, Any]) -> str:
    """The form's token against forged posts."""
    return f'<input type="hidden" name="csrfmiddlewaretoken" value="{escape(str(context["csrf_token"]))}">'


class Options:
    """The choices of a select, (value, words) each, escaped once for however many pages."""

    def __init__(self, choices: Iterable[tuple[Any, str]]) -> None:
        self.words = {str(value): words for value, words in choices}
        self.parts = [
            (value, f'<option value="{escape(value)}"', f">{escape(words)}</option>")
            for value, words in self.words.items()
        ]

    def html(self, chosen: str = "") -> str:
        """The elements, with the chosen value marked."""
        return "".join(
            [f"{start}{' selected' if value == chosen else ''}{end}" for value, start, end in self.parts]
        )


def options_of(kind: type[TextChoices]) -> Options:
    """Fixed choices in the language of the page; `.words` says each value in words."""
    key = kind, get_language() or "en"
    if key not in _FIXED:
        _FIXED[key] = Options([(value, str(words)) for value, words in kind.choices])
    return _FIXED[key]


_FIXED: dict[tuple[Any, str], Options] = {}
