"""App registration."""

from django.apps import AppConfig


class LearningConfig(AppConfig):
    """Learning."""

    name = "yixian.web.learning"
    label = "learning"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies, the navigation, and what other pages and papers take from here."""
        from yixian.web.learning import nav, personal, rules, trail  # noqa: F401
        from yixian.web.learning.actions import archive  # noqa: F401
        from yixian.web.learning.queries import agenda, at_station, minutes  # noqa: F401
