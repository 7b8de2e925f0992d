"""Without PostgreSQL's programs its tests are left out; `make test` says so."""

from tests.postgres import programs

collect_ignore = [] if programs() else ["test_postgresql.py"]
