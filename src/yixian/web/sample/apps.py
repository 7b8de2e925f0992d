"""App registration."""

from django.apps import AppConfig


class SampleConfig(AppConfig):
    """Sample data."""

    name = "yixian.web.sample"
    label = "sample"
    default_auto_field = "django.db.models.BigAutoField"
