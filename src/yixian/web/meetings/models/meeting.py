"""Programmes and their meetings."""

from datetime import time

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member, Owned, Topic, Venue
from yixian.web.shared.policy import Role


class Programme(Owned):
    """A series of meetings: its cadence and the rules and weights of its year plan."""

    name = models.CharField(max_length=60)
    cadence = models.CharField(max_length=20, default="monthly")
    usual_start = models.TimeField(default=time(9, 0))
    usual_minutes = models.PositiveIntegerField(default=180)
    settings = models.JSONField(default=dict, blank=True)
    started_on = models.DateField(null=True, blank=True)
    is_active = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["federation", "name"], name="programme_named_once")]

    def __str__(self) -> str:
        return self.name


class Meeting(Owned):
    """One on-site meeting, from planned to closed."""

    class State(models.TextChoices):
        """The life of a meeting; the transitions stand in `states.py`."""

        PLANNED = "planned", _("planned")
        ANNOUNCED = "announced", _("announced")
        OPEN = "open", _("open for replies")
        UNDER_WAY = "under_way", _("under way")
        WRAPPED_UP = "wrapped_up", _("wrapped up")
        CLOSED = "closed", _("closed")
        CANCELLED = "cancelled", _("cancelled")

    programme = models.ForeignKey(Programme, models.PROTECT, related_name="meetings")
    number = models.PositiveIntegerField(null=True, blank=True)
    title = models.CharField(max_length=100)
    state = models.CharField(max_length=12, choices=State.choices, default=State.PLANNED)
    held_on = models.DateField(null=True, blank=True)
    month = models.CharField(max_length=7, blank=True)
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    host = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="hosted")
    venue = models.ForeignKey(Venue, models.SET_NULL, null=True, blank=True, related_name="meetings")
    coordinator = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="coordinated"
    )
    topics = models.ManyToManyField(Topic, blank=True, related_name="meetings")
    greeting = models.TextField(blank=True)
    participants_stated = models.PositiveIntegerField(null=True, blank=True)
    code = models.CharField(max_length=6, blank=True)
    cancelled_because = models.CharField(max_length=200, blank=True)
    agenda_removed = models.JSONField(default=list, blank=True)
    is_archive = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-held_on", "-pk"]
        indexes = [
            models.Index(fields=["federation", "state", "held_on", "is_archive"], name="meeting_by_state"),
            models.Index(fields=["federation", "-held_on", "-id", "state", "title"], name="meeting_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="planned")
                | Q(state="cancelled")
                | Q(is_archive=True)
                | Q(host__isnull=False),
                name="meeting_announced_has_host",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def roles_of(self, person: Person) -> frozenset[Role]:
        """The host's coordinator: the one named, else (nobody named) the host's chair."""
        if self.coordinator_id == person.pk:
            return frozenset({Role.COORDINATOR})
        host_chair = self.coordinator_id is None and self.host_id and self.host_id == person.member_id
        return frozenset({Role.COORDINATOR}) if host_chair and Role.CHAIR in person.roles else frozenset()


class MeetingEvent(Owned):
    """A step in a meeting's life, for its timeline."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="events")
    state = models.CharField(max_length=12, choices=Meeting.State.choices)
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.state}"
