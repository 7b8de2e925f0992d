"""The site's own app: it only holds commands that start and check the whole."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Configuration."""

    name = "yixian.web.config"
    label = "config"

    def ready(self) -> None:
        """Refuse to start with an address that nobody decided who may use."""
        from yixian.web.config import checks  # noqa: F401
