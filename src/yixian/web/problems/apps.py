"""App registration."""

from django.apps import AppConfig


class ProblemsConfig(AppConfig):
    """Problems."""

    name = "yixian.web.problems"
    label = "problems"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies, the navigation, and what other papers take from here."""
        from yixian.web.problems import nav, personal, rules, trail  # noqa: F401
        from yixian.web.problems.queries import agenda, minutes  # noqa: F401
