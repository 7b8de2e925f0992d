"""The facts of the public report that the method comes from, accepted the way an office accepts a report."""


def load() -> None:
    """Read the record of facts in."""
