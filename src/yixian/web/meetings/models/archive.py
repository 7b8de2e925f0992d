"""News reports read in, waiting for a person to accept them into history."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Owned


class ArchiveDraft(Owned):
    """A report's text and the draft record read from it; accepted, it has become meetings and members."""

    class State(models.TextChoices):
        """How far it got."""

        DRAFT = "draft", _("to be reviewed")
        ACCEPTED = "accepted", _("accepted")
        DROPPED = "dropped", _("dropped")

    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    title = models.CharField(max_length=200)
    source_name = models.CharField(max_length=200, blank=True)
    digest = models.CharField(max_length=64)
    text = models.TextField(blank=True)
    record = models.JSONField(default=dict)
    decided = models.JSONField(default=dict, blank=True)
    read_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    read_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-read_at"]
        constraints = [models.UniqueConstraint(fields=["federation", "digest"], name="archive_read_once")]

    def __str__(self) -> str:
        return self.title
