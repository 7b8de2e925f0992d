"""Reads of the problem register, by subject."""
