"""What stands in the minutes of a meeting, whatever file they become."""

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class PaperSection:
    """One part: its heading without a number, and its paragraphs."""

    heading: str
    paragraphs: Sequence[str]


@dataclass(frozen=True)
class MinutesPaper:
    """Everything that stands in the file; all texts are plain.

    `mark` is the red line at the head (发文机关标志), `issued` the line below it (issuer and date),
    `attendance` the block after the body as (label, names), as ("出席", "张某某、李某某").
    """

    mark: str
    issued: str
    title: str
    lead: str
    sections: Sequence[PaperSection]
    attendance: Sequence[tuple[str, str]] = field(default_factory=tuple)
