"""App registration."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Reports."""

    name = "yixian.web.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies and the navigation."""
        from yixian.web.reports import nav, rules  # noqa: F401
