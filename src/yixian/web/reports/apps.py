"""App registration."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """Reports."""

    name = "yixian.web.reports"
    label = "reports"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies and the navigation; let learning take its share of old reports."""
        from yixian.web.learning.actions import archive  # noqa: F401
        from yixian.web.reports import nav, rules  # noqa: F401
