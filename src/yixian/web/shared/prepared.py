"""Queries that are asked often: their SQL is worked out once, then only run with other values.

Working out the SQL of a query takes Django several times as long as SQLite takes to answer it. For a query
that is asked at every request (whose session is this, who is asking) that is a fifth of a page. The query
is still written as a queryset; it is built once with a marker in each place where a value goes.

A query that names who asks (`by=Asker`) is built with a stand-in for that person, of the same standing,
inside the scope of the stand-in's federation: the same functions that say what a person may see are used
as they are, and every row belongs to the federation of whoever asks. It is worked out once for each
standing. A query without an asker runs outside any scope and must itself say whose rows it means.
"""

from collections.abc import Callable, Hashable, Iterator
from datetime import UTC, date, datetime
from json import dumps
from typing import Any, Generic, NamedTuple, TypeVar

from django.core.exceptions import EmptyResultSet, ImproperlyConfigured
from django.db import connections
from django.db.models import BigIntegerField, Count, Expression, Model, QuerySet
from django.db.models.query import get_related_populators
from django_scopes import scope, scopes_disabled

M = TypeVar("M", bound=Model)
Converters = list[tuple[int, tuple[list[Callable[..., Any]], Any]]]
MOST_WRITTEN = 60
FIRST, PART_ROWS = 731_000_000, 1_000
LARGEST = 2**63 - 1


class Asker:
    """The kind of the value `by`: a person with `standing` and `stand_in`."""

    PARTS = ("pk", "member_id", "federation_id")


class Choice:
    """The kind of a value of which there are few: taken as it is, and the SQL worked out for each."""


class Listed(Expression):
    """Numbers given as one value, a JSON list: `pk__in=Listed("[1, 2]")`."""

    def __init__(self, text: str) -> None:
        super().__init__(output_field=BigIntegerField())
        self.text = text

    def as_sqlite(self, _compiler: Any, _connection: Any) -> tuple[str, list[str]]:
        """The numbers as rows."""
        return "(SELECT value FROM json_each(%s))", [self.text]

    def as_postgresql(self, _compiler: Any, _connection: Any) -> tuple[str, list[str]]:
        """The numbers as rows."""
        return "(SELECT value::bigint FROM jsonb_array_elements_text(%s::jsonb))", [self.text]


MARKERS: dict[type, Callable[[int], Any]] = {
    int: lambda number: 2_147_310_000 + number,  # fits into 32 bits: PostgreSQL has narrow columns
    str: lambda number: f"\x1aplace {number}\x1a",
    list: lambda number: f"\x1alist {number}\x1a",
    date: lambda number: date(1731, 1, 1 + number),
    datetime: lambda number: datetime(1731, 2, 1 + number, tzinfo=UTC),
    slice: lambda _number: slice(FIRST, FIRST + PART_ROWS),
}


PART = f" LIMIT {PART_ROWS} OFFSET {FIRST}"


class Written(NamedTuple):
    """What Django wrote: the SQL, its values, the name that belongs into each place, and what rows become."""

    sql: str
    values: tuple[Any, ...]
    places: tuple[tuple[int, str], ...]
    converters: Converters
    shape: Any


class Objects(NamedTuple):
    """How a row becomes an object: its model, columns, names, what was worked out, and related objects."""

    model: type[Model]
    columns: slice
    names: list[str]
    extra: list[tuple[str, int]]
    related: list[Any]


class _Prepared:
    """A query by named values, each of a kind: int, str, date, datetime, list (of int), slice, Asker, Choice.

    A slice is the part of a long list that is asked for, `queryset[part]`; there can be one, and it comes last.
    """

    def __init__(self, build: Callable[..., QuerySet[Any]], **kinds: type) -> None:
        if (Asker in kinds.values()) != (kinds.get("by") is Asker):
            raise ImproperlyConfigured("whoever asks is named `by`")
        self.build = build
        self.by = "by" in kinds
        self.choices = [name for name, kind in kinds.items() if kind is Choice]
        self.kinds = {name: kind for name, kind in kinds.items() if kind not in (Asker, Choice)}
        self.part = next((name for name, kind in kinds.items() if kind is slice), None)
        self.known: dict[Hashable, Written | None] = {}

    def _written(self, values: dict[str, Any]) -> Written | None:
        """The query for this asker's standing and these choices, worked out once; None: no row can match."""
        key = (values["by"].standing if self.by else None, *(values[name] for name in self.choices))
        try:
            return self.known[key]
        except KeyError:
            if len(self.known) >= MOST_WRITTEN:
                self.known.clear()
            found = self.known[key] = self._write(values)
            return found

    def _write(self, values: dict[str, Any]) -> Written | None:
        kinds = {**self.kinds, **({f"by.{part}": int for part in Asker.PARTS} if self.by else {})}
        marks = {name: MARKERS[kind](number) for number, (name, kind) in enumerate(kinds.items())}
        compiler = self._built(marks, values).query.get_compiler(using="default")
        try:
            sql, given = compiler.as_sql()
        except EmptyResultSet:
            return None
        names = {_adapted(mark): name for name, mark in marks.items() if kinds[name] is not slice}
        places = [(n, names[value]) for n, value in enumerate(given) if value in names]
        missing = set(self.kinds) - {name for _n, name in places}
        if self.part and sql.endswith(PART):
            sql = sql.removesuffix(PART) + " LIMIT %s OFFSET %s"
            places += [(len(given), "part.limit"), (len(given) + 1, "part.offset")]
            given = (*given, None, None)
            missing.discard(self.part)
        if missing:
            raise ImproperlyConfigured(f"a value of {sorted(missing)} is not in the query: {sql}")
        converters = list(compiler.get_converters([each[0] for each in compiler.select]).items())
        needed = [
            each for each in converters if not isinstance(each[1][1], Count)
        ]  # they come as int already
        return Written(sql, tuple(given), tuple(places), needed, self._shape(compiler))

    def _built(self, marks: dict[str, Any], values: dict[str, Any]) -> QuerySet[Any]:
        """The queryset, with markers for values."""
        given = {
            name: Listed(marks[name]) if kind is list else marks[name] for name, kind in self.kinds.items()
        }
        given |= {name: values[name] for name in self.choices}
        if self.by:
            given["by"] = values["by"].stand_in(*(marks[f"by.{part}"] for part in Asker.PARTS))
        with scope(federation=marks["by.federation_id"]) if self.by else scopes_disabled():
            queryset = self.build(**given)
        if queryset._prefetch_related_lookups:
            raise ImproperlyConfigured("a prepared query can't prefetch")
        return queryset

    def _shape(self, _compiler: Any) -> Any:
        """What rows become, worked out with the query."""
        return None

    def _run(self, written: Written, values: dict[str, Any]) -> list[Any]:
        """The rows, as Python values; a number beyond those of the database is that of no row."""
        if self.by:
            values = {**values, **{f"by.{part}": getattr(values["by"], part) for part in Asker.PARTS}}
        if self.part:
            first, stop = values[self.part].start or 0, values[self.part].stop
            rows = LARGEST if stop is None else stop - first
            values = {**values, "part.limit": rows, "part.offset": first}
        if any(isinstance(values[name], int) and abs(values[name]) > LARGEST for _at, name in written.places):
            return []
        given = list(written.values)
        for at, name in written.places:
            given[at] = _adapted(values[name])
        connection = connections["default"]
        with connection.cursor() as cursor:
            cursor.execute(written.sql, given)
            rows = cursor.fetchall()
        if written.converters:
            rows = list(map(list, rows))
            for position, (functions, expression) in written.converters:
                for convert in functions:
                    for row in rows:
                        row[position] = convert(row[position], expression, connection)
        return rows


class Prepared(_Prepared, Generic[M]):
    """A queryset of model objects with named values: `Prepared(build, key=str)`, then `.first(key="a")`.

    `build` gets one keyword for each named value and uses it in plain comparisons only. The queryset may
    select related objects and annotate; prefetching is refused.
    """

    def first(self, **values: Any) -> M | None:
        """The first object of the answer, or None."""
        return next(self._objects(values), None)

    def all(self, **values: Any) -> list[M]:
        """Every object of the answer."""
        return list(self._objects(values))

    def _objects(self, values: dict[str, Any]) -> Iterator[M]:
        written = self._written(values)
        if written is None:
            return
        model, columns, names, extra, related = written.shape
        for row in self._run(written, values):
            made = model.from_db("default", names, row[columns])
            for each in related:
                each.populate(row, made)
            for name, position in extra:
                setattr(made, name, row[position])
            yield made

    def _shape(self, compiler: Any) -> Objects:
        info, select = compiler.klass_info, compiler.select
        columns = slice(info["select_fields"][0], info["select_fields"][-1] + 1)
        names = [each[0].target.attname for each in select[columns]]
        related = get_related_populators(info, select, "default")
        return Objects(info["model"], columns, names, list(compiler.annotation_col_map.items()), related)


class PreparedRows(_Prepared):
    """A `values` or `values_list` queryset: `PreparedRows(build, meeting=int)`, then `.all(meeting=1)`.

    `build` gets one keyword for each named value and uses it in plain comparisons only.
    """

    def all(self, **values: Any) -> list[Any]:
        """Every row of the answer, as a list or tuple of values."""
        written = self._written(values)
        return [] if written is None else self._run(written, values)

    def first(self, **values: Any) -> Any | None:
        """The first row of the answer, or None."""
        return next(iter(self.all(**values)), None)

    def one_column(self, **values: Any) -> list[Any]:
        """The first value of every row."""
        return [row[0] for row in self.all(**values)]

    def dicts(self, **values: Any) -> list[dict[str, Any]]:
        """Every row of the answer, by column name; those of the table first, then those worked out."""
        written = self._written(values)
        if written is None:
            return []
        return [dict(zip(written.shape, row, strict=True)) for row in self._run(written, values)]

    def _shape(self, compiler: Any) -> list[str]:
        return [*compiler.query.values_select, *compiler.query.annotation_select]


def _adapted(value: Any) -> Any:
    """A value as the database takes it."""
    if isinstance(value, datetime):
        return connections["default"].ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connections["default"].ops.adapt_datefield_value(value)
    return dumps(value) if isinstance(value, list) else value
