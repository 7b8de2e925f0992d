"""What a meeting leaves behind on paper."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models.meeting import Meeting
from yixian.web.organisations.models import Owned


class Minutes(Owned):
    """The minutes of one meeting: drafted from its records, edited, published."""

    class State(models.TextChoices):
        """How far they are."""

        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="minutes")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    body = models.TextField(blank=True)
    drafted_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(auto_now=True)
    published_at = models.DateTimeField(null=True, blank=True)
    published_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.meeting}"
