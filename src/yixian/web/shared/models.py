"""Tables without domain words: the audit trail and the queue."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AuditEntry(models.Model):
    """Who did what to which thing; never changed, never deleted (triggers refuse it)."""

    federation_id = models.BigIntegerField()
    serial = models.BigIntegerField()
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=100, blank=True)
    on_behalf_of = models.CharField(max_length=100, blank=True)
    verb = models.CharField(max_length=60)
    thing_type = models.CharField(max_length=60)
    thing_id = models.CharField(max_length=60)
    thing_label = models.CharField(max_length=200)
    changes = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["federation_id", "serial"], name="audit_one_entry_per_serial")
        ]
        indexes = [
            models.Index(fields=["federation_id", "thing_type", "thing_id"], name="audit_by_thing"),
            models.Index(fields=["federation_id", "-at"], name="audit_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.federation_id}/{self.serial} {self.verb}"


class AuditHead(models.Model):
    """Where a federation's chain ends: a missing tail is noticed too."""

    federation_id = models.BigIntegerField(unique=True)
    length = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    def __str__(self) -> str:
        return f"{self.federation_id}: {self.length}"


class Job(models.Model):
    """Work asked for by a change that was committed."""

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        DEAD = "dead", _("given up")

    name = models.CharField(max_length=60)
    federation_id = models.BigIntegerField(null=True)
    payload = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    attempt = models.PositiveIntegerField(default=0)
    due_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["state", "due_at"], name="job_due")]

    def __str__(self) -> str:
        return f"{self.name} {self.state}"
