"""A draft as plain JSON data and back, driven by the dataclasses themselves so that none is forgotten."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from yixian.archive.draft import Draft

FORMAT = "yixian.archive.draft/1"


def draft_to_json(draft: Draft) -> dict[str, Any]:
    """The draft as dicts, lists, strings, numbers and None, ready for `json.dumps`; dates as ISO text."""
    return {"format": FORMAT, **_plain(draft)}


def draft_from_json(data: Mapping[str, Any]) -> Draft:
    """The draft that `draft_to_json` wrote; raises ValueError with one sentence where the shape is wrong."""
    if not isinstance(data, Mapping) or data.get("format") != FORMAT:
        raise ValueError(f"This is not a draft record of the form {FORMAT}.")
    body = {key: value for key, value in data.items() if key != "format"}
    draft: Draft = _typed(Draft, body, "draft")
    return draft


def _plain(value: Any) -> Any:
    """One value as JSON data."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


@cache
def _hints(kind: type) -> dict[str, Any]:
    """The field types of a dataclass, resolved once."""
    return get_type_hints(kind)


def _typed(kind: Any, value: Any, where: str) -> Any:
    """JSON data as an object of the given type."""
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        (inner,) = (arg for arg in get_args(kind) if arg is not type(None))
        return None if value is None else _typed(inner, value, where)
    if origin is tuple:
        _expect(isinstance(value, list), where, "a list")
        return tuple(_typed(get_args(kind)[0], item, f"{where}[{n}]") for n, item in enumerate(value))
    if origin is Literal:
        _expect(value in get_args(kind), where, f"one of {', '.join(get_args(kind))}")
        return value
    if is_dataclass(origin or kind):
        return _record(origin or kind, get_args(kind), value, where)
    return _scalar(kind, value, where)


def _record(kind: Any, arguments: tuple[Any, ...], value: Any, where: str) -> Any:
    """A JSON object as a dataclass; its keys must be exactly the fields."""
    hints = _hints(kind)
    _expect(
        isinstance(value, Mapping) and set(value) == set(hints), where, "an object with " + ", ".join(hints)
    )
    typed = {}
    for name, hint in hints.items():
        actual = arguments[0] if isinstance(hint, TypeVar) else hint
        typed[name] = _typed(actual, value[name], f"{where}.{name}")
    return kind(**typed)


def _scalar(kind: Any, value: Any, where: str) -> Any:
    """A JSON string or number as str, int or date."""
    if kind is date:
        _expect(isinstance(value, str), where, "a date")
        try:
            return date.fromisoformat(value)
        except ValueError:
            _expect(False, where, "a date")
    _expect(type(value) is kind, where, f"a value of type {kind.__name__}")
    return value


def _expect(holds: bool, where: str, what: str) -> None:
    """Raise the one sentence that says where the shape is wrong."""
    if not holds:
        raise ValueError(f"{where} must be {what}.")
