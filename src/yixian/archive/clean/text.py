"""The cleaned report: original, Simplified and folded text side by side, and its sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property

from yixian.archive.facts import Basis, Confidence, Fact, Qualifier, Repair, T

_FOLD = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ", 0x00A0: " ", 0x300C: "“", 0x300D: "”", 0x300E: "“", 0x300F: "”", 0x3014: "(", 0x3015: ")",
}  # fmt: skip
_END = re.compile(r"[。!?;…]+[”’)】]*|\n")


@dataclass(frozen=True)
class CleanText:
    """One report, cleaned. All three texts have the same length, so that a span fits each of them."""

    original: str
    simplified: str
    body_start: int = 0
    """Where the running text begins; title and byline stand before it."""
    repairs: tuple[Repair, ...] = ()

    @cached_property
    def folded(self) -> str:
        """The Simplified text with full-width letters, digits and ASCII punctuation in their narrow form."""
        return self.simplified.translate(_FOLD)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Start and end of every sentence, closing quotation marks included, blank ones left out."""
        spans, start = [], 0
        for match in (*_END.finditer(self.folded), None):
            end = match.end() if match else len(self.folded)
            spans.append(self._trim(start, end))
            start = end
        return tuple((a, b) for a, b in spans if a < b)

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence that holds a position; an empty span at the position when none does."""
        return next(((a, b) for a, b in self.sentences if a <= position < b), (position, position))

    def fact(
        self,
        value: T,
        span: tuple[int, int],
        confidence: Confidence = "high",
        *,
        basis: Basis = "stated",
        qualifier: Qualifier = "exact",
        note: str = "",
    ) -> Fact[T]:
        """The value read from a span, with its words and its sentence; surer than its damage allows it is not."""
        start, end = span
        first = self.sentence_at(start)[0]
        last = max(self.sentence_at(max(start, end - 1))[1], end)
        fact = Fact(
            value, self.original[start:end], self.simplified[start:end], self.simplified[first:last],
            self.original[first:last], start, end, confidence, basis, qualifier, note,
        )  # fmt: skip
        if confidence == "high" and self._was_repaired(start, end):
            fact = replace(fact, confidence="medium", note=note or "in_repaired_text")
        return fact

    def words(self, span: tuple[int, int], confidence: Confidence = "high", *, note: str = "") -> Fact[str]:
        """A fact whose value is the Simplified words of the span themselves."""
        return self.fact(self.simplified[span[0] : span[1]], span, confidence, note=note)

    def _was_repaired(self, start: int, end: int) -> bool:
        """Whether a span overlaps words that had been realigned from damaged bytes."""
        for repair in self.repairs:
            if repair.code == "shifted_bytes" and repair.after:
                at = self.original.find(repair.after)
                if 0 <= at < end and start < at + len(repair.after):
                    return True
        return False

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        """The span without blanks at its ends."""
        piece = self.folded[start:end]
        start += len(piece) - len(piece.lstrip())
        return start, max(start, start + len(piece.strip()))
