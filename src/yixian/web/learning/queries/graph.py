"""The learning graph of one experience: from the station through the experience to who borrows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from yixian.web.learning.models import Experience

WIDTH, ROW, TOP = 640, 44, 34
LEFT, MIDDLE, RIGHT = 150, 262, 430
THICKNESS = {"interested": 2, "contact": 4, "trying": 7, "adopted": 12, "dropped": 1}
SERIES = {"interested": "rest", "contact": "3", "trying": "4", "adopted": "1", "dropped": "rest"}
NAME, LONG = 9, 13


class Borrowing(Protocol):
    """What is drawn of a borrowing."""

    @property
    def name(self) -> str: ...
    @property
    def short_name(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def words(self) -> str: ...


@dataclass(frozen=True)
class Arm:
    """A borrower: where its name stands, the curve to it, how thick and in which colour."""

    name: str
    full: str
    state: str
    words: str
    y: int
    curve: str
    thickness: int
    series: str


@dataclass(frozen=True)
class Graph:
    """Everything to draw, in the units of the viewBox."""

    width: int
    height: int
    middle: int
    seen: str
    where: str
    title: str
    trunk: str
    arms: list[Arm]


def graph_of(experience: Experience, adoptions: Sequence[Borrowing]) -> Graph:
    """Lay it out: one row per borrower, the experience in the middle of them."""
    height = TOP + ROW * max(len(adoptions), 2)
    middle = TOP + (height - TOP) // 2
    place = experience.station.name if experience.station else ""
    return Graph(
        width=WIDTH,
        height=height + 12,
        middle=middle,
        seen=short(place or experience.member.short_name, NAME),
        where=short(experience.meeting.title if experience.meeting else experience.member.short_name, NAME),
        title=short(experience.title, NAME),
        trunk=f"M{LEFT} {middle}H{MIDDLE - 60}",
        arms=[_arm(turn, middle, each) for turn, each in enumerate(adoptions)],
    )


def _arm(turn: int, middle: int, adoption: Borrowing) -> Arm:
    y = TOP + ROW * turn + ROW // 2
    bend = (MIDDLE + 60 + RIGHT) // 2
    return Arm(
        name=short(adoption.short_name, LONG),
        full=adoption.name,
        state=adoption.state,
        words=adoption.words,
        y=y,
        curve=f"M{MIDDLE + 60} {middle}C{bend} {middle} {bend} {y} {RIGHT} {y}",
        thickness=THICKNESS[adoption.state],
        series=SERIES[adoption.state],
    )


def short(text: str, most: int) -> str:
    """A name that fits its place."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
