"""Queries that are asked often: their SQL is worked out once, then only run with other values.

Working out the SQL of a query takes Django several times as long as SQLite takes to answer it. For a query
that is asked at every request (whose session is this, who is asking) that is a fifth of a page. The query
is still written as a queryset; it is built once with a marker in each place where a value goes. The build
runs outside any scope, so it must itself say whose rows it means.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar

from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators
from django_scopes import scopes_disabled

M = TypeVar("M", bound=Model)
Converters = list[tuple[int, tuple[list[Callable[..., Any]], Any]]]
MARKERS: dict[type, Callable[[int], Any]] = {
    int: lambda number: 7_310_000_000_000_000_000 + number,
    str: lambda number: f"\x1aplace {number}\x1a",
    date: lambda number: date(1731, 1, 1 + number),
    datetime: lambda number: datetime(1731, 2, 1 + number, tzinfo=UTC),
}


class Written(NamedTuple):
    """What Django wrote: the SQL, its values, the name that belongs into each place, and what made it."""

    sql: str
    values: tuple[Any, ...]
    places: dict[int, str]
    converters: Converters
    compiler: Any


class Objects(NamedTuple):
    """How a row becomes an object: its model, columns, their names, and how related objects are filled."""

    model: type[Model]
    columns: slice
    names: list[str]
    related: list[Any]


class _Prepared:
    """A query by named values, each of a kind (int, str, date, datetime)."""

    def __init__(self, build: Callable[..., QuerySet[Any]], **kinds: type) -> None:
        self.build = build
        self.kinds = kinds

    @cached_property
    def written(self) -> Written:
        """The query, worked out once."""
        marks = {name: MARKERS[kind](number) for number, (name, kind) in enumerate(self.kinds.items())}
        with scopes_disabled():
            queryset = self.build(**marks)
        if queryset._prefetch_related_lookups:
            raise ImproperlyConfigured("a prepared query can't prefetch")
        compiler = queryset.query.get_compiler(using="default")
        sql, values = compiler.as_sql()
        names = {_adapted(mark): name for name, mark in marks.items()}
        places = {n: names[value] for n, value in enumerate(values) if value in names}
        if set(places.values()) != set(marks):
            raise ImproperlyConfigured(f"a value of {sorted(marks)} is not in the query: {sql}")
        converters = compiler.get_converters([each[0] for each in compiler.select])
        return Written(sql, tuple(values), places, list(converters.items()), compiler)

    def _run(self, values: dict[str, Any]) -> list[list[Any]]:
        """The rows, as Python values."""
        sql, template, places, converters, _compiler = self.written
        given = [_adapted(values[places[at]]) if at in places else each for at, each in enumerate(template)]
        connection = connections["default"]
        with connection.cursor() as cursor:
            cursor.execute(sql, given)
            rows = list(map(list, cursor.fetchall()))
        for position, (functions, expression) in converters:
            for convert in functions:
                for row in rows:
                    row[position] = convert(row[position], expression, connection)
        return rows


class Prepared(_Prepared, Generic[M]):
    """A queryset of model objects with named values: `Prepared(build, key=str)`, then `.first(key="a")`.

    `build` gets one keyword for each named value and uses it in plain comparisons only. The queryset may
    select related objects; prefetching and annotations are refused.
    """

    def first(self, **values: Any) -> M | None:
        """The first object of the answer, or None."""
        return next(self._objects(values), None)

    def all(self, **values: Any) -> list[M]:
        """Every object of the answer."""
        return list(self._objects(values))

    def _objects(self, values: dict[str, Any]) -> Iterator[M]:
        model, columns, names, related = self.objects
        for row in self._run(values):
            made = model.from_db("default", names, row[columns])
            for each in related:
                each.populate(row, made)
            yield made  # type: ignore[misc]

    @cached_property
    def objects(self) -> Objects:
        """How rows become objects, worked out once."""
        compiler = self.written.compiler
        if compiler.query.annotations:
            raise ImproperlyConfigured("a prepared query of objects can't annotate")
        info, select = compiler.klass_info, compiler.select
        columns = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
        names = [each[0].target.attname for each in select[columns]]
        return Objects(info["model"], columns, names, get_related_populators(info, select, "default"))


class PreparedRows(_Prepared):
    """A `values` or `values_list` queryset: `PreparedRows(build, meeting=int)`, then `.all(meeting=1)`.

    `build` gets one keyword for each named value and uses it in plain comparisons only.
    """

    def all(self, **values: Any) -> list[list[Any]]:
        """Every row of the answer, as a list of values."""
        return self._run(values)

    def dicts(self, **values: Any) -> list[dict[str, Any]]:
        """Every row of the answer, by column name; those of the table first, then those worked out."""
        query = self.written.compiler.query
        names = [*query.values_select, *query.annotation_select]
        return [dict(zip(names, row, strict=True)) for row in self._run(values)]


def _adapted(value: Any) -> Any:
    """A value as the database takes it."""
    operations = connections["default"].ops
    if isinstance(value, datetime):
        return operations.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return operations.adapt_datefield_value(value)
    return value
