"""Where one walks, and what one may photograph there."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.models.meeting import Meeting
from yixian.web.organisations.models import Owned


class Tour(Owned):
    """The walk of one meeting."""

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="tour")
    introduction = models.TextField(blank=True)
    safety = models.TextField(blank=True)
    gear = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.meeting}"


class Station(Owned):
    """A stop of the tour with its guide and its zone policy."""

    class Photos(models.TextChoices):
        """Whether one may photograph here."""

        FREE = "free", _("photos welcome")
        ASK = "ask", _("ask before a photo")
        FORBIDDEN = "forbidden", _("no photos")

    tour = models.ForeignKey(Tour, models.CASCADE, related_name="stations")
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=60)
    what = models.TextField(blank=True)
    guide = models.CharField(max_length=60, blank=True)
    minutes = models.PositiveIntegerField(default=10)
    photos = models.CharField(max_length=10, choices=Photos.choices, default=Photos.ASK)
    is_screened = models.BooleanField(default=False)
    do_not_disturb = models.BooleanField(default=False)
    screened_what = models.CharField(max_length=120, blank=True)
    plan_x = models.PositiveSmallIntegerField(null=True, blank=True)
    plan_y = models.PositiveSmallIntegerField(null=True, blank=True)
    capacity = models.PositiveSmallIntegerField(default=1)  # groups at a time
    opens_at = models.TimeField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)
    quiet = models.JSONField(default=list, blank=True)  # slots with nobody here: [["09:30", "09:45"], …]

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name
