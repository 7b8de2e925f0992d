"""Traditional to Simplified characters by OpenCC, aligned: character n of the result stands for character n."""

from __future__ import annotations

from functools import cache
from typing import Any

_CHUNK = 200


def to_simplified(text: str) -> str:
    """The text in Simplified Chinese with the same length; a text already in Simplified stays as it is."""
    converted = "".join(
        _convert(line[at : at + _CHUNK])
        for line in text.splitlines(keepends=True)
        for at in range(0, len(line), _CHUNK)
    )
    return converted if _is_traditional(text, converted) else text


@cache
def _converter(direction: str) -> Any:
    """OpenCC's converter, loaded once: its tables take a moment to read."""
    from opencc import OpenCC

    converter = OpenCC(direction)
    converter.convert("")
    return converter


def _convert(piece: str) -> str:
    """One piece converted; character by character where a phrase would change the length."""
    converted: str = _converter("tw2s").convert(piece)
    if len(converted) == len(piece):
        return converted
    return "".join(
        one if len(one) == 1 else char for char in piece for one in [_converter("tw2s").convert(char)]
    )


def _is_traditional(text: str, simplified: str) -> bool:
    """Whether more characters are written the Traditional way than could only be Simplified."""
    traditional_only = sum(a != b for a, b in zip(text, simplified, strict=True))
    if not traditional_only:
        return False
    back = _converter("s2t")
    letters = {char: back.convert(char) != char for char in set(text) & set(simplified)}
    simplified_only = sum(letters.get(char, False) for char in text if char not in _SHARED)
    return traditional_only > simplified_only


_SHARED = frozenset("干后里面只台于余系制准划别谷丑几冲云志板胡松卷表")
"""Characters that both scripts use, so that they speak for neither."""
