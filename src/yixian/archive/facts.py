"""What one value read from a report looks like: never a bare value, always with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

T = TypeVar("T", str, int, date)

Confidence = Literal["high", "medium", "low"]
"""high: the text states it in a form that reads one way only (a person still looks at it once).
medium: read by a rule that has been right so far but could be wrong here, or inferred from a stated fact.
low: a best reading among several; the same point is always among the open questions."""

Qualifier = Literal["exact", "about", "more_than", "nearly"]
"""How the text limits a number: 50名 exact, 约50名 about, 50余名 more_than, 近百人 nearly."""

Basis = Literal["stated", "inferred"]
"""stated: the words are in the text. inferred: completed from another fact, `note` says from which."""


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """One value with the words and the sentence it was read from.

    `start` and `end` are character offsets into both `Draft.text` and `Draft.text_original`
    (the two are aligned character by character), so that a page can highlight the words.
    """

    value: T
    original: str
    """The words as they stand in the cleaned report, before script conversion."""
    converted: str
    """The same words in Simplified Chinese."""
    sentence: str
    """The sentence around the words, in Simplified Chinese; a part of `Draft.text`."""
    sentence_original: str
    """The same sentence before conversion; a part of `Draft.text_original`."""
    start: int
    end: int
    confidence: Confidence
    basis: Basis = "stated"
    qualifier: Qualifier = "exact"
    note: str = ""
    """Code of a remark, or empty; `yixian.archive.explain(code, language)` gives its sentence."""


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Something that a person must decide, because the text doesn't say or says it in two ways."""

    field: str
    """Path of the field in the draft, such as `meetings[0].date`."""
    code: str
    """What is open; `yixian.archive.explain(code, language)` gives the sentence."""
    found: tuple[str, ...] = ()
    """The words in the text that bear on it, in Simplified Chinese; may be empty."""
    sentence: str = ""
    """The sentence those words stand in, or empty."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One kind of change made to the damaged text before reading, so that nothing is changed silently."""

    code: str
    before: str
    """An example of the damaged words, or empty."""
    after: str
    """What they became, or empty."""
    count: int = 1
