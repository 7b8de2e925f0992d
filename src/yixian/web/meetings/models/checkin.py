"""Who is there."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models.meeting import Meeting
from yixian.web.organisations.models import Owned


class CheckIn(Owned):
    """A person's arrival: one per person and meeting, whoever records it and however often it is sent."""

    class Method(models.TextChoices):
        """How it was recorded."""

        QR = "qr", _("QR code")
        LINK = "link", _("personal link")
        CODE = "code", _("typed code")
        DESK = "desk", _("at the desk")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="check_ins")
    person = models.ForeignKey(Person, models.PROTECT, related_name="check_ins")
    method = models.CharField(max_length=6, choices=Method.choices)
    client_id = models.UUIDField(default=uuid.uuid4)
    at = models.DateTimeField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="check_in_once")]
        indexes = [models.Index(fields=["person", "meeting"], name="check_in_of_person")]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.person}"
