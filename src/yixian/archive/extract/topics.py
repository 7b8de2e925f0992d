"""Topics spoken of, and the subjects of a stretch of words."""

from __future__ import annotations

import re

from yixian.archive.clean.text import CleanText
from yixian.archive.facts import Fact
from yixian.archive.lexicon.topics import PRACTICES, TOPICS

_TERM = {words[0]: code for code, words in TOPICS}
_TOPIC = {word: code for code, words in TOPICS for word in words}
_PRACTICE = {word: code for code, words in PRACTICES for word in words}
_NOT_A_NAME = r"(?!委员会|工作委员会)"


def _pattern(words: dict[str, str]) -> re.Pattern[str]:
    """Any of the words, the longest first, but not inside the name of a committee."""
    return re.compile(f"(?:{'|'.join(sorted(words, key=len, reverse=True))}){_NOT_A_NAME}")


_TOPICS, _SUBJECTS = _pattern(_TOPIC), _pattern(_TOPIC | _PRACTICE)


def topics(text: CleanText) -> tuple[Fact[str], ...]:
    """Topic codes, each once in the order of the report; sure where the report uses the glossary's own term."""
    return _facts(text, _TOPICS, _TOPIC, (0, len(text.folded)))


def subjects(text: CleanText, span: tuple[int, int]) -> tuple[Fact[str], ...]:
    """Codes of topics and practices within a span."""
    return _facts(text, _SUBJECTS, _TOPIC | _PRACTICE, span)


def _facts(
    text: CleanText, pattern: re.Pattern[str], codes: dict[str, str], span: tuple[int, int]
) -> tuple[Fact[str], ...]:
    """One fact for each code found, from the mention that says it best."""
    found: dict[str, Fact[str]] = {}
    for match in pattern.finditer(text.folded, *span):
        code = codes[match[0]]
        sure = match[0] in _TERM or match[0] not in _TOPIC
        if code not in found or (sure and found[code].confidence != "high"):
            fact = text.fact(
                code, match.span(), "high" if sure else "medium", note="" if sure else "near_term"
            )
            found[code] = fact
    return tuple(found.values())
