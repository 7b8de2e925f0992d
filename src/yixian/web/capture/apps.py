"""App registration."""

from django.apps import AppConfig


class CaptureConfig(AppConfig):
    """Capture."""

    name = "yixian.web.capture"
    label = "capture"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies and the navigation."""
        from yixian.web.capture import nav, personal, rules, tasks, trail  # noqa: F401
