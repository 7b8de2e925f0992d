"""Queries with dozens of numbers: the ORM writes their SQL once per process, only the values change.

Writing the SQL of twenty-five subqueries takes the ORM far longer than the database needs to answer them.
"""

from collections.abc import Callable
from datetime import date, datetime
from threading import Lock
from typing import Any

from django.db import connection
from django.db.models import QuerySet
from django_scopes import scopes_disabled

Build = Callable[[dict[str, Any]], QuerySet[Any]]


class Prepared:
    """A query by `values()`, built from stand-ins for its values.

    `stand_ins` must be values that occur nowhere else in the query; each is replaced by the value of the same
    name in every call. The build runs outside any scope, so it must itself ask for the federation it means.
    """

    def __init__(self, build: Build, **stand_ins: Any) -> None:
        self._build, self._stand_ins = build, stand_ins
        self._lock = Lock()
        self._written: tuple[str, list[Any], list[str]] | None = None

    def rows(self, **values: Any) -> list[dict[str, Any]]:
        """The rows as dicts (one query)."""
        sql, template, names = self._sql()
        given = {
            self._adapted(stand_in): self._adapted(values[name]) for name, stand_in in self._stand_ins.items()
        }
        params = [given.get(param, param) for param in template]
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def _sql(self) -> tuple[str, list[Any], list[str]]:
        with self._lock:
            if self._written is None:
                with scopes_disabled():
                    query = self._build(self._stand_ins).query
                    sql, params = query.sql_with_params()
                    names = [*query.values_select, *query.annotation_select]
                self._written = sql, list(params), names
        return self._written

    def _adapted(self, value: Any) -> Any:
        """A value as the database takes it."""
        if isinstance(value, datetime):
            return connection.ops.adapt_datetimefield_value(value)
        if isinstance(value, date):
            return connection.ops.adapt_datefield_value(value)
        return value
