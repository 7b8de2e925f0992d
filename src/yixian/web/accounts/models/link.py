"""The links that let people in without an account, and what people ask for when one is spent."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from yixian.web.accounts.models.person import Person
from yixian.web.organisations.models import Owned


class PersonalLink(Owned):
    """A one-time link that signs one person in; only its digest is kept."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="links")
    digest = models.CharField(max_length=64, unique=True)
    target = models.CharField(max_length=200, default="/")
    purpose = models.CharField(max_length=20, default="sign-in")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.person)

    @property
    def is_open(self) -> bool:
        """Whether it can still let somebody in."""
        return not (self.used_at or self.revoked_at) and self.expires_at > timezone.now()


class LinkRequest(Owned):
    """Somebody's link was spent, and they ask the office for a new one."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="link_requests")
    link = models.ForeignKey(PersonalLink, models.CASCADE, related_name="requests")
    created_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(answered_at__isnull=True), name="link_request_open_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.person)
