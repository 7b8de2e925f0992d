"""App registration."""

from django.apps import AppConfig


class FieldConfig(AppConfig):
    """Field."""

    name = "yixian.web.field"
    label = "field"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies, the navigation and the work of the night."""
        from yixian.web.field import nav, rules, tasks  # noqa: F401
