"""App registration."""

from django.apps import AppConfig


class SharedConfig(AppConfig):
    """Shared kit."""

    name = "yixian.web.shared"
    label = "shared"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies and what the worker does."""
        from yixian.web.shared import rules, tasks  # noqa: F401
