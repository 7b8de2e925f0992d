"""Who may do what with learning (`policies`), and whether it can be done now (a file per subject)."""

from yixian.web.learning.rules import policies  # noqa: F401
