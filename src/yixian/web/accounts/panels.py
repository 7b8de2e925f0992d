"""Room on a person's page for what the apps above know, and what they keep of a person."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yixian.web.organisations.panels import Panels

PERSON_PANELS = Panels()


@dataclass(frozen=True)
class PersonalData:
    """One kind of personal data: `collect(person)` gives plain JSON, `erase(person)` removes what names them."""

    name: str
    collect: Callable[[Any], Any]
    erase: Callable[[Any], None]


PERSONAL_DATA: dict[str, PersonalData] = {}


def register_personal_data(kind: PersonalData) -> None:
    """Add a kind of personal data, once; apps that keep something of a person call this from their `ready`."""
    PERSONAL_DATA[kind.name] = kind
