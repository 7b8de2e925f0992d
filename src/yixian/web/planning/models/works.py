"""What jobs work out about a plan beside its solve: prices, next best hosts, the curve of changes, previews."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Owned
from yixian.web.planning.models.plans import YearPlan


class Work(Owned):
    """Something that a job works out; the page never waits for it, shows how far it is and can stop it."""

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("being worked out")
        DONE = "done", _("done")
        STOPPED = "stopped", _("stopped")

    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    stop_asked = models.BooleanField(default=False)

    class Meta:
        abstract = True

    @property
    def is_under_way(self) -> bool:
        """Whether somebody may wait for it."""
        return self.state in (self.State.WAITING, self.State.RUNNING)


class PlanBoard(Work):
    """What every member in every month would cost, worked out after a solve."""

    plan = models.OneToOneField(YearPlan, models.CASCADE, related_name="board")
    rows = models.JSONField(default=dict, blank=True)  # member id → prices and reasons, a place per month
    why = models.JSONField(default=dict, blank=True)  # language → the sentences that `rows` number
    cells = models.JSONField(default=dict, blank=True)  # "month/member id" → the whole plan with that choice

    def __str__(self) -> str:
        return f"{self.plan} {self.state}"


class NextBest(Work):
    """The search for each month's next best host; what it finds stands with the choices of the plan."""

    plan = models.OneToOneField(YearPlan, models.CASCADE, related_name="next_best")

    def __str__(self) -> str:
        return f"{self.plan} {self.state}"


class ChangeCurve(Owned):
    """After a cancellation: the best plan for each number of changed months, to choose from."""

    plan = models.OneToOneField(YearPlan, models.CASCADE, related_name="curve")
    base = models.ForeignKey(YearPlan, models.SET_NULL, null=True, related_name="+")
    cancelled = models.JSONField(default=dict, blank=True)  # month → the member that cannot keep it
    steps = models.JSONField(default=list, blank=True)  # changes, points, plan and months of each point
    chosen = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.plan} {self.chosen}"


class WeightsPreview(Work):
    """What other weights would change, for whoever moves the sliders; the last request wins."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="weights_preview")
    plan = models.ForeignKey(YearPlan, models.CASCADE, related_name="+")
    serial = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField(default=timezone.now)
    weights = models.JSONField(default=dict, blank=True)
    progress = models.JSONField(default=dict, blank=True)
    found = models.JSONField(default=dict, blank=True)

    def __str__(self) -> str:
        return f"{self.plan} {self.serial} {self.state}"
