"""PostgreSQL as this site uses it: one who writes at a time, as on SQLite."""

TURN = 0x79_69_78_69_61_6E  # "yixian": the number of the lock of whoever writes
