"""Which database the site uses: SQLite in the data folder, or PostgreSQL by its address."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from yixian.web.config.sqlite import pragmas, wal_is_safe

SCHEMES = ("postgresql", "postgres")
EXAMPLE = "postgresql://name:password@127.0.0.1:5432/yixian"
# As long as SQLite waits for its turn; a transaction whose process hangs is ended by the server.
WAITS = "-c lock_timeout=20s -c idle_in_transaction_session_timeout=10min -c synchronous_commit=on"


def database(address: str, folder: Path) -> dict[str, Any]:
    """Django's description of the database at this address; none given: of the file in the data folder.

    Raises:
        ImproperlyConfigured: the address is not that of a PostgreSQL database.
    """
    return _postgresql(address) if address else _sqlite(folder)


def _sqlite(folder: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "yixian.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": pragmas(wal=wal_is_safe()),
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    """Connections are kept, and looked at before each request: the server may have been started anew."""
    parts = urlsplit(address)
    name = unquote(parts.path.lstrip("/"))
    if parts.scheme not in SCHEMES or not name:
        raise ImproperlyConfigured(f"YIXIAN_DATABASE must look like {EXAMPLE}")
    more = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "yixian.web.config.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": more.pop("host", parts.hostname or ""),
        "PORT": more.pop("port", str(parts.port or "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"connect_timeout": 10, "options": WAITS, **more},
    }
