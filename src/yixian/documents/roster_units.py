"""What a roster says: units with their people and venues, as clean text; no database, no spreadsheet."""

from dataclasses import dataclass, field

from yixian.documents.roster_columns import folded
from yixian.documents.roster_problems import Problem
from yixian.documents.roster_words import VENUE_KINDS


@dataclass
class Part:
    """A person or a venue of a unit: the row where it was first named, and its cells by column key."""

    row: int
    cells: dict[str, str] = field(default_factory=dict)


@dataclass
class Unit:
    """A member union: its own cells by column key, its people and venues in their order.

    Choices stand as codes (industry, kind; is_active is yes or no), posts as titles, topics joined by 、,
    days as 2026-03-18, degrees and numbers as plain digits. An absent key says nothing about the value.
    """

    row: int
    cells: dict[str, str] = field(default_factory=dict)
    people: list[Part] = field(default_factory=list)
    venues: list[Part] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The unit's full name."""
        return self.cells["name"]


@dataclass
class Roster:
    """Everything in a file, and every remark about it."""

    units: list[Unit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def errors(self) -> list[Problem]:
        """What must be mended before the roster can be taken."""
        return [problem for problem in self.problems if problem.level == "error"]


@dataclass(frozen=True)
class Known:
    """The lists that a federation keeps; an empty list takes whatever the file says."""

    subdistricts: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()


def guessed_kind(venue: str) -> str:
    """The venue kind that a venue's name speaks of, else other."""
    bare = folded(venue)
    for code, (zh, en, synonyms) in VENUE_KINDS.items():
        if any(folded(each) in bare for each in (zh, en, *synonyms) if code != "other"):
            return code
    return "other"


def usual_short_name(name: str) -> str:
    """A short name for a union whose file gives none: the name without the words that all of them share."""
    short = name
    for ending in (
        "工会委员会",
        "工会联合会",
        "联合工会",
        "工会",
        "有限责任公司",
        "股份有限公司",
        "有限公司",
        "集团",
    ):
        if short.endswith(ending) and len(short) > len(ending) + 1:
            short = short.removesuffix(ending)
    return short[:40]
