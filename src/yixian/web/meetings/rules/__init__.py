"""Who may do what with meetings (`policies`), and whether it can be done now (a file per subject)."""

from yixian.web.meetings.rules import policies  # noqa: F401
