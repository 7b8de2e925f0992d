"""App registration."""

from django.apps import AppConfig


class FieldConfig(AppConfig):
    """Field."""

    name = "yixian.web.field"
    label = "field"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies and the navigation."""
        from yixian.web.field import nav, rules  # noqa: F401
