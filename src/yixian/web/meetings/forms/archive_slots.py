"""What a report's review asks, as data: sections of slots, each with its evidence in the text.

Filled by `queries.archive_proposal` and by the takers of apps above; `forms.archive.ReviewForm` makes fields of
them, and what comes back is a plain dict, {section key: {slot name: value}}, which `actions.archive` carries out.
"""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language

from yixian.archive import Language, explain

TONES = {"high": "good", "medium": "wait", "low": "bad"}
VENUE_KINDS = {"research_institute": "institute"}
Decision = dict[str, dict[str, Any]]


@dataclass(frozen=True)
class Slot:
    """One value to be looked at. `kind` is text, long, date, number, unit, choice, several or tick."""

    name: str
    kind: str
    label: str
    initial: Any = None
    fact: dict[str, Any] | None = None
    questions: tuple[dict[str, Any], ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    help: str = ""


@dataclass(frozen=True)
class Part:
    """Values that are taken into history together or left out together."""

    key: str
    title: str
    slots: tuple[Slot, ...]
    take: bool = True
    note: str = ""
    questions: tuple[dict[str, Any], ...] = field(default=())


def language() -> Language:
    """The language in which the reader's codes are explained on this page."""
    return "zh" if (get_language() or "zh").startswith("zh") else "en"


def words(code: str) -> str:
    """A code or field name of the reader in the page's language."""
    return explain(code, language())


def sure(fact: dict[str, Any] | None, questions: tuple[dict[str, Any], ...] = ()) -> Any:
    """A fact's value where it reads one way only; what is uncertain stays empty for a person."""
    if fact is None or questions or fact["confidence"] == "low" or fact["note"] == "points_back":
        return None
    return fact["value"]


def asked_about(record: dict[str, Any], path: str) -> tuple[dict[str, Any], ...]:
    """The open questions of a field, told by its path in the record."""
    return tuple(each for each in record["open_questions"] if each["field"] == path)


def proposed(parts: list[Part]) -> Decision:
    """What accepting everything as it was read would decide."""
    return {
        part.key: {"take": part.take, **{slot.name: slot.initial for slot in part.slots}} for part in parts
    }
