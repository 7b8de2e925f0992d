"""In which order, and when, each group visits each station. Minutes are counted from the beginning of the walk."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.models.groups import Group
from yixian.web.meetings.models import Meeting, Station
from yixian.web.organisations.models import Owned


class Rotation(Owned):
    """The walk of all groups of one meeting: what is asked of it, and the timetable that was found."""

    class State(models.TextChoices):
        """How far it is; the transitions stand in `states.py`."""

        DRAFT = "draft", _("no timetable yet")
        SOLVING = "solving", _("being worked out")
        SOLVED = "solved", _("worked out")
        PUBLISHED = "published", _("published")
        UNDER_WAY = "under_way", _("under way")

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="rotation")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    starts_at = models.TimeField(null=True, blank=True)
    most_minutes = models.PositiveSmallIntegerField(default=120)
    walking_minutes = models.PositiveSmallIntegerField(default=2)
    meet_x = models.PositiveSmallIntegerField(null=True, blank=True)
    meet_y = models.PositiveSmallIntegerField(null=True, blank=True)
    picture = models.CharField(max_length=120, blank=True)
    asked = models.JSONField(default=dict, blank=True)  # the tour as the solver was given it
    makespan = models.PositiveSmallIntegerField(null=True, blank=True)
    waiting = models.PositiveSmallIntegerField(null=True, blank=True)
    is_proven = models.BooleanField(default=False)
    seconds = models.FloatField(default=0)
    trouble = models.JSONField(default=dict, blank=True)  # why there is none: a code and its numbers
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.meeting}"


class Leg(Owned):
    """Minutes of walking between two stations, either way; with no first station, from the meeting point."""

    rotation = models.ForeignKey(Rotation, models.CASCADE, related_name="legs")
    one = models.ForeignKey(Station, models.CASCADE, null=True, blank=True, related_name="+")
    two = models.ForeignKey(Station, models.CASCADE, related_name="+")
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["rotation", "one", "two"], name="leg_once"),
            models.UniqueConstraint(
                fields=["rotation", "two"], condition=models.Q(one=None), name="leg_once_from_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.one} – {self.two}"


class Visit(Owned):
    """One group at one station: as planned, and as it stands after what ran over on the day."""

    rotation = models.ForeignKey(Rotation, models.CASCADE, related_name="visits")
    group = models.ForeignKey(Group, models.CASCADE, related_name="visits")
    station = models.ForeignKey(Station, models.CASCADE, related_name="visits")
    starts = models.PositiveSmallIntegerField()
    ends = models.PositiveSmallIntegerField()
    now_starts = models.PositiveSmallIntegerField()
    now_ends = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["now_starts", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["rotation", "group", "station"], name="visit_once"),
        ]

    def __str__(self) -> str:
        return f"{self.group} · {self.station}"


class Delay(Owned):
    """On the day a group stayed longer at a station; taking it back gives the times before."""

    rotation = models.ForeignKey(Rotation, models.CASCADE, related_name="delays")
    group = models.ForeignKey(Group, models.CASCADE, related_name="+")
    station = models.ForeignKey(Station, models.CASCADE, related_name="+")
    minutes = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.group} · {self.station}: +{self.minutes}"
