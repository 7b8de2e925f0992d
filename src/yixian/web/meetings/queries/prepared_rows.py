"""Rows of plain values whose SQL is worked out once, then only run with other values.

The same for `values_list` as `shared.prepared.Prepared` is for model objects: a table of a meeting needs a dozen
values of five tables a row, and neither the objects nor writing the SQL again at every request.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.models import QuerySet

from yixian.web.shared.prepared import MARKERS

Converters = list[tuple[int, tuple[list[Callable[..., Any]], Any]]]


class PreparedRows:
    """A `values_list` queryset with named values: `PreparedRows(build, meeting=int)`, then `.all(meeting=1)`.

    `build` gets one keyword for each named value and uses it in plain comparisons only. It runs outside any
    scope, so it must itself say which federation or which meeting it means.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, Any]], **kinds: type) -> None:
        self.build = build
        self.kinds = kinds

    def all(self, **values: Any) -> list[list[Any]]:
        """Every row of the answer, as lists of values."""
        sql, template, places, converters = self._plan
        given = [values[places[at]] if at in places else each for at, each in enumerate(template)]
        connection = connections["default"]
        with connection.cursor() as cursor:
            rows = list(map(list, cursor.execute(sql, given).fetchall()))
        for position, (functions, expression) in converters:
            for convert in functions:
                for row in rows:
                    row[position] = convert(row[position], expression, connection)
        return rows

    @cached_property
    def _plan(self) -> tuple[str, tuple[Any, ...], dict[int, str], Converters]:
        """The SQL, its values with markers, the place of each named value, and what makes Python values."""
        marks = {name: MARKERS[kind](number) for number, (name, kind) in enumerate(self.kinds.items())}
        compiler = self.build(**marks).query.get_compiler(using="default")
        sql, template = compiler.as_sql()
        names = {mark: name for name, mark in marks.items()}
        places = {at: names[value] for at, value in enumerate(template) if value in names}
        if set(places.values()) != set(marks):
            raise ImproperlyConfigured(f"a value of {sorted(marks)} is not in the query: {sql}")
        converters = compiler.get_converters([each[0] for each in compiler.select])
        return sql, tuple(template), places, list(converters.items())
