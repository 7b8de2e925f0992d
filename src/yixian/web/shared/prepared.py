"""Queries that every page asks: their SQL is worked out once, then only run with other values.

Working out the SQL of a query takes Django several times as long as SQLite takes to answer it. For a query
that is asked at every request (whose session is this, who is asking) that is a fifth of a page. The query
is still written as a queryset; it is built once with a marker in each place where a value goes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Generic, TypeVar

from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.query import get_related_populators

M = TypeVar("M", bound=Model)
MARKERS: dict[type, Callable[[int], Any]] = {
    int: lambda number: 7_310_000_000_000_000_000 + number,
    str: lambda number: f"\x1aplace {number}\x1a",
}


@dataclass(frozen=True)
class Plan:
    """What Django found out about a query: its SQL, where values go, and how rows become objects."""

    sql: str
    values: tuple[Any, ...]
    places: dict[int, str]
    model: type[Model]
    columns: slice
    names: list[str]
    related: list[Any]
    converters: list[tuple[int, tuple[Any, Any]]]


class Prepared(Generic[M]):
    """A queryset of model objects with named values: `Prepared(build, key=str)`, then `.first(key="a")`.

    `build` gets one keyword for each named value and uses it in plain comparisons only. The queryset may
    select related objects; prefetching and annotations are refused.
    """

    def __init__(self, build: Callable[..., QuerySet[M]], **kinds: type) -> None:
        self.build = build
        self.kinds = kinds

    def first(self, **values: Any) -> M | None:
        """The first object of the answer, or None."""
        return next(self._objects(values), None)

    def all(self, **values: Any) -> list[M]:
        """Every object of the answer."""
        return list(self._objects(values))

    def _objects(self, values: dict[str, Any]) -> Iterator[M]:
        plan = self.plan
        given = [values[plan.places[n]] if n in plan.places else each for n, each in enumerate(plan.values)]
        connection = connections["default"]
        with connection.cursor() as cursor:
            cursor.execute(plan.sql, given)
            rows = cursor.fetchall()
        for row in map(list, rows):
            for position, (converters, expression) in plan.converters:
                for convert in converters:
                    row[position] = convert(row[position], expression, connection)
            made = plan.model.from_db("default", plan.names, row[plan.columns])
            for related in plan.related:
                related.populate(row, made)
            yield made  # type: ignore[misc]

    @cached_property
    def plan(self) -> Plan:
        """The query, worked out once."""
        marks = {name: MARKERS[kind](number) for number, (name, kind) in enumerate(self.kinds.items())}
        queryset = self.build(**marks)
        if queryset._prefetch_related_lookups or queryset.query.annotations:
            raise ImproperlyConfigured("a prepared query can neither prefetch nor annotate")
        compiler = queryset.query.get_compiler(using="default")
        sql, values = compiler.as_sql()
        names = {mark: name for name, mark in marks.items()}
        places = {n: names[value] for n, value in enumerate(values) if value in names}
        if set(places.values()) != set(marks):
            raise ImproperlyConfigured(f"a value of {sorted(marks)} is not in the query: {sql}")
        info, select = compiler.klass_info, compiler.select
        first, last = info["select_fields"][0], info["select_fields"][-1] + 1
        return Plan(
            sql=sql,
            values=tuple(values),
            places=places,
            model=info["model"],
            columns=slice(first, last),
            names=[each[0].target.attname for each in select[first:last]],
            related=get_related_populators(info, select, "default"),
            converters=list(compiler.get_converters([each[0] for each in select]).items()),
        )
