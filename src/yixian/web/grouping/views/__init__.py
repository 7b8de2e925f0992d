"""HTTP for groups and their rotation."""
