"""App registration."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings."""

    name = "yixian.web.meetings"
    label = "meetings"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies, the navigation, the tabs and the agenda lines of a meeting."""
        from yixian.web.meetings import agenda_lines, nav, personal, rules, tabs, trail  # noqa: F401
