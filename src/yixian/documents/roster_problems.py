"""What is wrong with a roster, or worth a look: where it stands, as a code with the values for its sentence."""

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One remark about a file.

    `row` counts from 1 as the spreadsheet program does (0: the file as a whole); `column` is the column's
    header; an `error` stops the import, a `notice` only asks for a look.
    """

    row: int
    column: str
    code: str
    values: dict[str, str] = field(default_factory=dict)
    level: str = "error"

    def as_json(self) -> dict[str, Any]:
        """Plain values for storing."""
        return asdict(self)


class Unreadable(Exception):
    """The file cannot be read at all; the code says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
