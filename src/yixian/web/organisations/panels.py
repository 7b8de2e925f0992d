"""Room on a page for what the apps above know about its thing, without this app knowing them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Panel:
    """A section of a page: `load(person, thing)` gives its template's context, or None to leave it out."""

    name: str
    order: int
    template: str
    load: Callable[[Any, Any], dict[str, Any] | None]


@dataclass(frozen=True)
class Shown:
    """A panel with what it shows; templates include `template` with `panel.data`."""

    template: str
    data: dict[str, Any]


class Panels:
    """The panels of one kind of page, filled by apps from their `ready`."""

    def __init__(self) -> None:
        self._panels: dict[str, Panel] = {}

    def register(self, panel: Panel) -> None:
        """Add a panel, once."""
        self._panels[panel.name] = panel

    def shown_to(self, person: Any, thing: Any) -> list[Shown]:
        """The panels with something to show, in their order."""
        shown = []
        for panel in sorted(self._panels.values(), key=lambda each: each.order):
            data = panel.load(person, thing)
            if data is not None:
                shown.append(Shown(panel.template, data))
        return shown


MEMBER_PANELS = Panels()
