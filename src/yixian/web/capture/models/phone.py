"""A phone on the walk, and how much of what was recorded is still on it."""

from django.db import models

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Owned


class Phone(Owned):
    """What one phone of one person said about itself when it was last heard of."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="phones")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    device = models.UUIDField()
    holds = models.PositiveIntegerField(default=0)
    stuck = models.PositiveIntegerField(default=0)
    seen_at = models.DateTimeField()

    class Meta:
        ordering = ["-holds", "seen_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "person", "device"], name="phone_once_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.person}"
