"""Yixian 一线 runs the on-site regular meeting, from the year's plan to what was learned from it."""

__version__ = "0.1.0"
