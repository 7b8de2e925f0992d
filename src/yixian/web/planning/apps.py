"""App registration."""

from django.apps import AppConfig


class PlanningConfig(AppConfig):
    """Planning."""

    name = "yixian.web.planning"
    label = "planning"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies, the navigation and the tasks."""
        from yixian.web.planning import nav, rules, tasks, trail  # noqa: F401
