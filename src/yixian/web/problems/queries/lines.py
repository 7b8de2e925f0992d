"""Problems as lines of a list or a paper: read as plain columns, for there may be hundreds."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from yixian.web.problems.models import Problem, is_late
from yixian.web.problems.states import TONES


@dataclass(frozen=True)
class Line:
    """What a list shows of a problem; nobody and nothing are None."""

    pk: int
    title: str
    state: str
    found_on: date
    due_on: date | None
    member: str | None
    topic: str | None
    owner: str | None
    owner_unit: str | None

    COLUMNS = (
        "pk", "title", "state", "found_on", "due_on", "member__short_name", "topic__name", "owner__name",
        "owner__member__short_name",
    )  # fmt: skip

    @property
    def is_late(self) -> bool:
        """Whether its day has passed while it is still being solved."""
        return is_late(self.state, self.due_on)

    @property
    def tone(self) -> str:
        """The tone of its state."""
        return "bad" if self.is_late else TONES[self.state]


@dataclass(frozen=True)
class PaperLine:
    """What the paper shows of a problem."""

    title: str
    state: str
    found_on: date
    due_on: date | None
    member: str | None
    raised_by: str | None
    owner: str | None
    solution: str

    COLUMNS = (
        "title", "state", "found_on", "due_on", "member__short_name", "raised_by__name", "owner__name",
        "solution",
    )  # fmt: skip


def columns(found: QuerySet[Problem], line: type[Line] | type[PaperLine]) -> QuerySet[Problem]:
    """The columns of these lines: page them, then make the lines of what is left."""
    return found.values_list(*line.COLUMNS)
