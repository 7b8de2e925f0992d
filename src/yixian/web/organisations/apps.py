"""App registration."""

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Organisations."""

    name = "yixian.web.organisations"
    label = "organisations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies and the navigation."""
        from yixian.web.organisations import nav, rules, trail  # noqa: F401
