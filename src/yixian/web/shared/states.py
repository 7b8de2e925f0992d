"""A lifecycle as a table: drives code, buttons and the diagram in the reference."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from yixian.web.shared.errors import DomainError


@dataclass(frozen=True)
class Transition:
    """One arrow: its verb, from which states, to which, and the words on its button."""

    verb: str
    sources: tuple[str, ...]
    target: str
    label: Any


class Lifecycle:
    """The arrows of one kind of record."""

    def __init__(self, model_label: str, transitions: Iterable[Transition], field: str = "state") -> None:
        """`field` is the model's field that holds the state."""
        self.model_label = model_label
        self.field = field
        self.transitions = {t.verb: t for t in transitions}
        LIFECYCLES[model_label] = self

    def can(self, state: str, verb: str) -> bool:
        """Whether the arrow leaves this state."""
        return state in self.transitions[verb].sources

    def check(self, thing: Any, verb: str) -> Transition:
        """The arrow, or a sentence about why it does not leave the thing's state."""
        transition = self.transitions[verb]
        if thing.state not in transition.sources:
            text = _("“%(thing)s” is %(state)s, so this cannot be done: %(verb)s.")
            words = {"thing": thing, "state": thing.get_state_display(), "verb": transition.label}
            raise DomainError(text % words)
        return transition

    def move(self, thing: Any, verb: str) -> tuple[str, str]:
        """Set the thing's state (not saved) and return (from, to)."""
        transition = self.check(thing, verb)
        before, thing.state = thing.state, transition.target
        return before, transition.target

    def open_from(self, state: str) -> list[Transition]:
        """The arrows that leave a state, for buttons."""
        return [t for t in self.transitions.values() if state in t.sources]


LIFECYCLES: dict[str, Lifecycle] = {}
