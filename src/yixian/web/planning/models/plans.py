"""Year plans with their choices and their solves."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Programme
from yixian.web.organisations.models import Member, Owned


class YearPlan(Owned):
    """One version of the plan of a programme."""

    class State(models.TextChoices):
        """The life of a version; the transitions stand in `states.py`."""

        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        REPLACED = "replaced", _("replaced")
        DROPPED = "dropped", _("dropped")

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="plans")
    version = models.PositiveIntegerField()
    first_month = models.CharField(max_length=7)
    months = models.PositiveIntegerField(default=12)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    note = models.CharField(max_length=200, blank=True)
    made_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)
    weights = models.JSONField(default=dict, blank=True)  # tried in this version, over the programme's own
    moved = models.JSONField(default=list, blank=True)  # what publication moved, for the record
    certificate = models.JSONField(default=dict, blank=True)
    problem = models.JSONField(
        default=dict, blank=True
    )  # the largest last: whoever reads the others skips it

    class Meta:
        ordering = ["-first_month", "-version"]
        indexes = [
            models.Index(fields=["federation", "state", "first_month", "version"], name="plan_in_force")
        ]
        constraints = [
            models.UniqueConstraint(fields=["programme", "version"], name="plan_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.first_month} v{self.version}"


class PlanChoice(Owned):
    """The host and day of one month of a plan, with the reasons."""

    plan = models.ForeignKey(YearPlan, models.CASCADE, related_name="choices")
    month = models.CharField(max_length=7)
    host = models.ForeignKey(Member, models.PROTECT, related_name="choices")
    day = models.DateField()
    is_pinned = models.BooleanField(default=False)
    reasons = models.JSONField(default=dict, blank=True)
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="plan_choices")
    standby = models.ForeignKey(Member, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["month"]
        constraints = [models.UniqueConstraint(fields=["plan", "month"], name="choice_once_per_month")]

    def __str__(self) -> str:
        return f"{self.month} {self.host}"


class PlanRun(Owned):
    """One request to the solver: it runs in a process of its own and never blocks a page."""

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("solving")
        DONE = "done", _("done")
        FAILED = "failed", _("no plan found")
        STOPPED = "stopped", _("stopped")

    plan = models.ForeignKey(YearPlan, models.CASCADE, related_name="runs")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    progress = models.JSONField(default=dict, blank=True)
    problem = models.TextField(blank=True)
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    stop_asked = models.BooleanField(default=False)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.plan} {self.state}"
