"""Rows of which there is one each, whoever sends them and however often: written without asking first."""

from functools import cached_property

from django.db import connection
from django.db.models import Model


class Once:
    """Inserts rows of a model unless one with the same values of the `unique` fields is there.

    One statement. An insert that fails would need a savepoint around it, three statements at the door's rush hour.
    """

    def __init__(self, model: type[Model], *unique: str) -> None:
        self.unique = [model._meta.get_field(name) for name in unique]
        self.fields = [field for field in model._meta.local_concrete_fields if not field.primary_key]
        self.meta = model._meta

    def insert(self, row: Model) -> bool:
        """Write the row and give it its number; False when there is one already."""
        values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in self.fields]
        with connection.cursor() as cursor:
            made = cursor.execute(self._statement, values).fetchone()
        if made is None:
            return False
        row.pk, row._state.adding, row._state.db = made[0], False, connection.alias
        return True

    @cached_property
    def _statement(self) -> str:
        quote = connection.ops.quote_name
        columns = ", ".join(quote(field.column) for field in self.fields)
        places = ", ".join("%s" for _field in self.fields)
        same = ", ".join(quote(field.column) for field in self.unique)
        into = f"INSERT INTO {quote(self.meta.db_table)} ({columns}) VALUES ({places})"
        return f"{into} ON CONFLICT ({same}) DO NOTHING RETURNING {quote(self.meta.pk.column)}"
