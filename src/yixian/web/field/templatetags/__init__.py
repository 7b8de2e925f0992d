"""Drawn quickly: the stations on the phone."""
