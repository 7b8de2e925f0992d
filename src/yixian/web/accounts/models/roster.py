"""A roster that was read but changed nothing yet."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.organisations.models import Owned


class RosterImport(Owned):
    """A spreadsheet's dry run, which the office accepts or drops.

    `steps` is what accepting it would do (see `roster.compare`); `found` is a digest of what the federation
    held when it was read, so that accepting is refused when anything changed underneath meanwhile.
    """

    class State(models.TextChoices):
        """How far it got."""

        DRAFT = "draft", _("dry run")
        ACCEPTED = "accepted", _("imported")
        DROPPED = "dropped", _("dropped")

    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    file_name = models.CharField(max_length=200)
    steps = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    found = models.CharField(max_length=64, blank=True)
    uploaded_by_id = models.BigIntegerField(null=True)
    uploaded_by_name = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-pk"]

    @property
    def errors(self) -> list[dict[str, Any]]:
        """The problems that stand in the way of accepting."""
        return [problem for problem in self.problems if problem["level"] == "error"]

    def __str__(self) -> str:
        return self.file_name
