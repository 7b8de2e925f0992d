"""Writing long lists into pages: what does not change from row to row is worked out once."""

import re
from collections.abc import Iterable
from html import escape
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import get_language

HAS_SIGNS = re.compile("[&<>\"']").search


class Escaped(dict[str, str]):
    """Texts as they stand in a page, `escaped[text]`: each is worked out once, however many rows it stands in."""

    def __missing__(self, text: str) -> str:
        made = self[text] = escape(text) if HAS_SIGNS(text) else text
        return made


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
