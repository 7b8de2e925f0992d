"""Reads of meetings, a file per subject."""
