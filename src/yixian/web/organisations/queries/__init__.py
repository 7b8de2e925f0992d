"""Reads of this app, by subject."""
