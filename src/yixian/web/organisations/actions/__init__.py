"""Writes of this app, by subject."""
