"""The picture of a capture."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.capture.models.capture import Capture
from yixian.web.organisations.models import Owned


class Photo(Owned):
    """The picture of a capture: the original stays out of reach, what is served is re-encoded.

    `covered` are regions painted over in what is served, each as left, top, width, height in ten-thousandths
    of the picture's sides. `edition` counts up whenever what is served must be made anew, so that pictures
    of an older edition, made late, are never taken for those of this one.
    """

    class State(models.TextChoices):
        """How far it is."""

        AWAITED = "awaited", _("on its way")
        RECEIVED = "received", _("being prepared")
        READY = "ready", _("ready")
        BROKEN = "broken", _("unreadable")

    capture = models.OneToOneField(Capture, models.CASCADE, related_name="photo")
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    original = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.AWAITED)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    shown = models.CharField(max_length=200, blank=True)
    thumbnail = models.CharField(max_length=200, blank=True)
    problem = models.CharField(max_length=200, blank=True)
    covered = models.JSONField(default=list, blank=True)
    edition = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.capture}"

    @property
    def is_complete(self) -> bool:
        """Whether every byte that the phone announced has been dealt with."""
        return self.state != self.State.AWAITED
