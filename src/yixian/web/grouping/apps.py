"""App registration."""

from django.apps import AppConfig


class GroupingConfig(AppConfig):
    """Groups of a meeting, and how they rotate through the stations of its tour."""

    name = "yixian.web.grouping"
    label = "grouping"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies, the navigation, the tabs of a meeting, the tasks and the words of the trail."""
        from yixian.web.grouping import nav, personal, rules, tabs, tasks, trail  # noqa: F401
