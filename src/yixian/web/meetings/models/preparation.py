"""What the host gets ready."""

from django.db import models

from yixian.web.accounts.models import Person
from yixian.web.meetings.models.meeting import Meeting
from yixian.web.organisations.models import Owned


class ChecklistItem(Owned):
    """One thing to be ready by a day, for the host's coordinator."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="checklist")
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=40, blank=True)
    text = models.CharField(max_length=160)
    due_on = models.DateField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.text
