"""A long list page by page, its rows and their number by prepared queries."""

from typing import Any

from django.db.models import Count, QuerySet, Value

from yixian.web.capture.models import Capture
from yixian.web.shared.prepared import Prepared, PreparedRows


class Pages:
    """What a paginator walks through: `rows` takes the part that is asked for, `number` counts all."""

    def __init__(
        self, rows: Prepared[Capture], number: PreparedRows | None = None, known: int = 0, **values: Any
    ) -> None:
        self.rows = rows
        self.number = number
        self.known = known
        self.values = values

    def count(self) -> int:
        """How many there are; what is known already is not asked for again."""
        if self.number is None:
            return self.known
        (count,) = self.number.first(**self.values) or (0,)
        return int(count)

    def __getitem__(self, part: slice) -> list[Capture]:
        """One page of rows."""
        return self.rows.all(**self.values, part=(part.start, part.stop))


def how_many(captures: QuerySet[Capture]) -> QuerySet[Capture, Any]:
    """The number of some records as the one row of a query, none when there are none."""
    counted = captures.select_related(None).order_by().annotate(every=Value(1)).values("every")
    return counted.annotate(number=Count("pk")).values_list("number")
