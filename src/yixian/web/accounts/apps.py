"""App registration."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Accounts."""

    name = "yixian.web.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Write down the policies and the navigation."""
        from yixian.web.accounts import nav, people_panel, personal, rules, tasks, trail  # noqa: F401
