"""The shape of an entry: one meaning in both languages."""

from __future__ import annotations

from yixian.archive.errors import Language

Words = dict[Language, str]


def words(zh: str, en: str) -> Words:
    """One meaning in both languages."""
    return {"zh": zh, "en": en}
