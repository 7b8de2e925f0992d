"""Reports written for these tests about evidently made-up organisations, and ways to hand them in."""

from __future__ import annotations

from pathlib import Path

from yixian.archive import Draft, Fact, read

FOLDER = Path(__file__).with_name("reports")


def words_of(name: str) -> str:
    """The text of one report."""
    return (FOLDER / name).read_text(encoding="utf-8")


def draft_of(name: str, charset: str = "utf-8") -> Draft:
    """The draft read from one report, encoded as asked."""
    return read(words_of(name).encode(charset), filename=name)


def value(fact: Fact | None) -> object:
    """A fact's value, or None for a fact that is not there."""
    return fact.value if fact else None


def facts_in(thing: object) -> list[Fact]:
    """Every fact anywhere in a draft."""
    if isinstance(thing, Fact):
        return [thing]
    if isinstance(thing, tuple):
        return [fact for item in thing for fact in facts_in(item)]
    slots = getattr(thing, "__slots__", ())
    return [fact for slot in slots for fact in facts_in(getattr(thing, slot))]
