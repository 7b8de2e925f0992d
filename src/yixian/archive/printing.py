"""A draft as plain lines for a terminal: each value with its confidence and the sentence it was read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

from yixian.archive.draft import Draft
from yixian.archive.errors import Language
from yixian.archive.facts import Fact, OpenQuestion, Repair
from yixian.archive.wording import WORDING

_APART = {"open_questions", "repairs", "text", "text_original"}


def printed(draft: Draft, language: Language) -> str:
    """The whole draft in one language, open questions and repairs at the end."""
    lines: list[str] = []
    for field in fields(draft):
        if field.name not in _APART:
            lines.extend(_lines(field.name, getattr(draft, field.name), language, 0))
    lines.extend(_questions(draft.open_questions, language))
    lines.extend(_repairs(draft.repairs, language))
    return "\n".join(lines) + "\n"


def _say(code: str, language: Language) -> str:
    """A code's meaning, or the code itself."""
    return WORDING[code][language] if code in WORDING else code


def _lines(name: str, value: Any, language: Language, depth: int) -> Iterator[str]:
    """The lines of one field; empty fields have none."""
    indent = "  " * depth
    if isinstance(value, tuple):
        for item in value:
            yield from _lines(name, item, language, depth)
    elif isinstance(value, Fact):
        yield from _fact_lines(name, value, language, indent)
    elif isinstance(value, str):
        yield f"{indent}{_say(name, language)}{_colon(language)}{_say(value, language)}"
    elif is_dataclass(value):
        inner = [
            line
            for f in fields(value)
            for line in _lines(f.name, getattr(value, f.name), language, depth + 1)
        ]
        if inner:
            yield f"{indent}{_say(name, language)}{_colon(language).rstrip()}"
            yield from inner


def _fact_lines(name: str, fact: Fact[Any], language: Language, indent: str) -> Iterator[str]:
    """A fact's value and remarks on one line, its sentence on the next."""
    value = fact.value.isoformat() if isinstance(fact.value, date) else _say(str(fact.value), language)
    remarks = [_say(fact.confidence, language)]
    if fact.qualifier != "exact":
        remarks.insert(0, _say(fact.qualifier, language))
    if fact.original != value:
        remarks.append(fact.original.replace("\n", " "))
    if fact.note:
        remarks.append(_say(fact.note, language))
    joined = ("；" if language == "zh" else "; ").join(remarks)
    yield f"{indent}{_say(name, language)}{_colon(language)}{value} [{joined}]"
    yield f"{indent}    | {fact.sentence}"


def _questions(questions: tuple[OpenQuestion, ...], language: Language) -> Iterator[str]:
    """What a person has to decide, one line each."""
    if questions:
        yield f"{_say('open_questions', language)}{_colon(language).rstrip()}"
    for question in questions:
        found = f" [{' / '.join(question.found)}]" if question.found else ""
        yield f"  {_path(question.field, language)}{_colon(language)}{_say(question.code, language)}{found}"


def _repairs(repairs: tuple[Repair, ...], language: Language) -> Iterator[str]:
    """What was changed in the text before reading, one line each."""
    if repairs:
        yield f"{_say('repairs', language)}{_colon(language).rstrip()}"
    for repair in repairs:
        example = f" [{repair.before} → {repair.after or '∅'}]" if repair.before else ""
        yield f"  {_say(repair.code, language)}{example}"


def _path(path: str, language: Language) -> str:
    """A field path such as meetings[0].date in words."""
    parts = []
    for part in path.split("."):
        name, _, number = part.partition("[")
        parts.append(_say(name, language) + (f" {int(number[:-1]) + 1}" if number else ""))
    return " · ".join(parts)


def _colon(language: Language) -> str:
    """The colon of the language, with its blank."""
    return "：" if language == "zh" else ": "
