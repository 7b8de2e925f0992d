"""What the reader knows about reports, as data: one subject per file."""
