"""What was recorded on the spot, and whether the host let it go."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Station
from yixian.web.organisations.models import Owned
from yixian.web.shared.policy import Role


class Capture(Owned):
    """One thing recorded on site. Its id is made on the phone and never changes; an edit is a new item."""

    class Kind(models.TextChoices):
        """What it is."""

        PHOTO = "photo", _("photo")
        NOTE = "note", _("note")
        QUESTION = "question", _("question")
        PROBLEM = "problem", _("problem")
        IDEA = "idea", _("idea to borrow")

    class Hold(models.TextChoices):
        """Whether it may leave the meeting."""

        HELD = "held", _("held")
        RELEASED = "released", _("released")
        WITHHELD = "withheld", _("withheld")
        QUARANTINED = "quarantined", _("quarantined")

    client_id = models.UUIDField(default=uuid.uuid4)
    author = models.ForeignKey(Person, models.PROTECT, related_name="captures")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="captures")
    station = models.ForeignKey(Station, models.SET_NULL, null=True, blank=True, related_name="captures")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = models.TextField(blank=True)
    digest = models.CharField(max_length=64)
    made_at = models.CharField(max_length=40, blank=True)
    received_at = models.DateTimeField(auto_now_add=True)
    hold = models.CharField(max_length=12, choices=Hold.choices, default=Hold.HELD)
    shows_people = models.BooleanField(default=False)
    deleted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["author", "client_id"], name="capture_once_per_author"),
        ]
        indexes = [models.Index(fields=["meeting", "hold"], name="capture_by_hold")]

    def __str__(self) -> str:
        return self.text[:40] or self.get_kind_display()

    def roles_of(self, person: Person) -> frozenset[Role]:
        """Its author, and the coordinator of its meeting."""
        own = {Role.AUTHOR} if self.author_id == person.pk else set()
        return frozenset(own) | self.meeting.roles_of(person)


class Photo(Owned):
    """The picture of a capture: the original stays out of reach, what is served is re-encoded."""

    class State(models.TextChoices):
        """How far it is."""

        RECEIVED = "received", _("being prepared")
        READY = "ready", _("ready")
        BROKEN = "broken", _("unreadable")

    capture = models.OneToOneField(Capture, models.CASCADE, related_name="photo")
    digest = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    original = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)
    width = models.PositiveIntegerField(null=True, blank=True)
    height = models.PositiveIntegerField(null=True, blank=True)
    shown = models.CharField(max_length=200, blank=True)
    thumbnail = models.CharField(max_length=200, blank=True)
    problem = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.capture}"


class Release(Owned):
    """One decision about one capture; the latest counts, all stay on record."""

    class Decision(models.TextChoices):
        """The host's yes or no."""

        RELEASED = "released", _("released")
        WITHHELD = "withheld", _("withheld")
        WITHDRAWN = "withdrawn", _("release withdrawn")

    capture = models.ForeignKey(Capture, models.CASCADE, related_name="releases")
    decision = models.CharField(max_length=10, choices=Decision.choices)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.capture}: {self.decision}"
