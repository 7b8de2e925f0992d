"""Writes of meetings, a file per subject."""
