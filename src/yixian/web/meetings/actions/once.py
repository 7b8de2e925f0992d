"""Rows of which there is one each, whoever sends them and however often: written without asking first."""

from functools import cache

from django.db import connection
from django.db.models import Field, Model


def insert_once(row: Model, unique: tuple[str, ...]) -> bool:
    """Insert a row unless one with the same values of the `unique` fields is there; False when it is.

    One statement. An insert that fails would need a savepoint around it, three statements at the door's rush hour.
    """
    sql, fields = _statement(type(row), unique)
    values = [field.get_db_prep_save(getattr(row, field.attname), connection) for field in fields]
    with connection.cursor() as cursor:
        made = cursor.execute(sql, values).fetchone()
    if made is None:
        return False
    row.pk, row._state.adding, row._state.db = made[0], False, connection.alias
    return True


@cache
def _statement(model: type[Model], unique: tuple[str, ...]) -> tuple[str, list[Field]]:
    """The insert, and the fields in the order of its values."""
    quote, meta = connection.ops.quote_name, model._meta
    fields = [field for field in meta.local_concrete_fields if not field.primary_key]
    columns = ", ".join(quote(field.column) for field in fields)
    places = ", ".join("%s" for _field in fields)
    same = ", ".join(quote(meta.get_field(name).column) for name in unique)
    sql = f"INSERT INTO {quote(meta.db_table)} ({columns}) VALUES ({places}) ON CONFLICT ({same}) DO NOTHING"
    return f"{sql} RETURNING {quote(meta.pk.column)}", fields
