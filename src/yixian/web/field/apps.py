"""App registration."""

from django.apps import AppConfig


class FieldConfig(AppConfig):
    """Field."""

    name = "yixian.web.field"
    label = "field"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies, the navigation, the work of the night, and where records go on."""
        from yixian.web.field import copies, nav, rules, tasks  # noqa: F401
