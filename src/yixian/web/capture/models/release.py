"""The host's decisions, for the record."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models.capture import Capture
from yixian.web.organisations.models import Owned


class Release(Owned):
    """One decision about one capture; the latest counts, all stay on record."""

    class Decision(models.TextChoices):
        """The host's yes or no."""

        RELEASED = "released", _("released")
        BLURRED = "blurred", _("blurred and released")
        WITHHELD = "withheld", _("withheld")
        WITHDRAWN = "withdrawn", _("release withdrawn")
        UNDONE = "undone", _("put back to be decided")

    capture = models.ForeignKey(Capture, models.CASCADE, related_name="releases")
    decision = models.CharField(max_length=10, choices=Decision.choices)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.capture}: {self.decision}"
