"""One thing recorded on the spot."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Station
from yixian.web.organisations.models import Owned
from yixian.web.shared.policy import Role


class Capture(Owned):
    """One thing recorded on site. Its id is made on the phone and never changes; an edit is a new item."""

    class Kind(models.TextChoices):
        """What it is."""

        PHOTO = "photo", _("photo")
        NOTE = "note", pgettext_lazy("kind of record", "note")
        QUESTION = "question", _("question")
        PROBLEM = "problem", _("problem")
        IDEA = "idea", _("idea to borrow")

    class Hold(models.TextChoices):
        """Whether it may leave the meeting; the transitions stand in `states.py`."""

        HELD = "held", _("held")
        RELEASED = "released", _("released")
        WITHHELD = "withheld", _("withheld")
        QUARANTINED = "quarantined", _("quarantined")

    client_id = models.UUIDField(default=uuid.uuid4)
    author = models.ForeignKey(Person, models.PROTECT, related_name="captures")
    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="captures")
    station = models.ForeignKey(Station, models.SET_NULL, null=True, blank=True, related_name="captures")
    zone = models.CharField(max_length=10, choices=Station.Photos.choices, blank=True)
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
        indexes = [
            # With all that counting asks for, so that thousands are counted without reading one.
            models.Index(fields=["meeting", "hold", "deleted_at", "federation"], name="capture_by_hold"),
            models.Index(
                fields=["federation", "hold", "deleted_at", "meeting"], name="capture_by_federation"
            ),
        ]

    def __str__(self) -> str:
        """Kind and number only: this stands in the audit trail, where held words must not be readable."""
        return f"{self.get_kind_display()} {self.pk}"

    def roles_of(self, person: Person) -> frozenset[Role]:
        """Its author, and the coordinator of its meeting."""
        own = {Role.AUTHOR} if self.author_id == person.pk else set()
        return frozenset(own) | self.meeting.roles_of(person)

    @property
    def state(self) -> str:
        """The hold, under the name by which lifecycles know it."""
        return self.hold

    @state.setter
    def state(self, value: str) -> None:
        self.hold = value

    def get_state_display(self) -> str:
        """The hold in words."""
        return self.get_hold_display()

    @property
    def waits(self) -> bool:
        """Whether the host still has to decide."""
        return self.deleted_at is None and self.hold in (self.Hold.HELD, self.Hold.QUARANTINED)
