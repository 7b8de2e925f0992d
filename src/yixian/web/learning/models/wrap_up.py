"""What became of a record that was neither a problem, an experience nor a question."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.organisations.models import Owned


class CaptureOutcome(Owned):
    """The office's decision about one released record at the wrap-up."""

    class Kind(models.TextChoices):
        """What it decided."""

        MINUTES = "minutes", _("in the minutes")
        NOTHING = "nothing", _("nothing to do")

    capture = models.OneToOneField(Capture, models.CASCADE, related_name="outcome")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.capture}: {self.kind}"
