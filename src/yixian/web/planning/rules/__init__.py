"""Who may offer, plan, publish and swap, and whether now."""

from yixian.web.planning.rules import policies  # noqa: F401
