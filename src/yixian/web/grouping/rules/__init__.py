"""Who may see, arrange and move groups, and whether now."""

from yixian.web.grouping.rules import policies  # noqa: F401
