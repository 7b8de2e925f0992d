"""Django's PostgreSQL, with transactions that wait for each other as they do on SQLite.

Every action was written and tested for a database whose transactions come one after the other: it reads, decides
and writes without thinking of others that do the same. Here an advisory lock, taken first and let go with the
transaction, gives the same promise. Reading pages takes no transaction and so never waits.
"""

from django.core.exceptions import ImproperlyConfigured

try:
    from django.db.backends.postgresql import base
except ImproperlyConfigured as missing:
    raise ImproperlyConfigured("YIXIAN_DATABASE needs requirements/postgres.txt to be installed") from missing

from yixian.web.config.postgresql import TURN


class DatabaseWrapper(base.DatabaseWrapper):
    """One connection."""

    def set_autocommit(self, autocommit: bool, *args: object, **kwargs: object) -> None:
        """A transaction begins when this is switched off: then wait for its turn."""
        super().set_autocommit(autocommit, *args, **kwargs)
        if autocommit or self.connection is None:
            return
        try:
            with self.wrap_database_errors, self.connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
        except BaseException:
            self.close()  # no transaction came to be: whoever is next begins with a sound connection
            raise
