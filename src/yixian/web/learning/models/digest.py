"""What a participant shares after a meeting, and where it went."""

from datetime import datetime

from django.db import models
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Owned
from yixian.web.shared.policy import Role


class Digest(Owned):
    """One participant's page about one meeting: released things only, behind a link that expires."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="digests")
    person = models.ForeignKey(Person, models.PROTECT, related_name="digests")
    headline = models.CharField(max_length=120, blank=True)
    words = models.TextField(blank=True)
    captures = models.ManyToManyField(Capture, blank=True, related_name="in_digests")
    link_digest = models.CharField(max_length=64, unique=True, null=True, blank=True)
    link_sealed = models.CharField(max_length=200, blank=True)
    link_expires_at = models.DateTimeField(null=True, blank=True)
    link_revoked_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-created_at"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="digest_once")]

    def __str__(self) -> str:
        return self.headline or f"{self.meeting} · {self.person}"

    def roles_of(self, person: Person) -> frozenset[Role]:
        """Whose digest it is."""
        return frozenset({Role.OWNER}) if self.person_id == person.pk else frozenset()

    @property
    def is_shared(self) -> bool:
        """Whether its link opens it now."""
        return opens(self.link_digest, self.link_revoked_at, self.link_expires_at)


def opens(link: str | None, revoked_at: datetime | None, expires_at: datetime | None) -> bool:
    """Whether a link with this digest and these times opens something now."""
    return bool(link) and revoked_at is None and expires_at is not None and expires_at > timezone.now()


class ShareNote(Owned):
    """Where a digest was shared: a group, a meeting, a wall."""

    digest = models.ForeignKey(Digest, models.CASCADE, related_name="share_notes")
    where = models.CharField(max_length=120)
    reached = models.PositiveIntegerField(null=True, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.where
