"""Benchmarks of the planner; each module has a main() and prints its figures side by side."""
