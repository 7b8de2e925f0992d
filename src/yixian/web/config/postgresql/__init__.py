"""PostgreSQL as this site uses it: one who writes at a time, as on SQLite."""
