"""Offers to host, times that do not suit, and year plans with their choices."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting, Programme
from yixian.web.organisations.models import Member, Owned, Venue
from yixian.web.shared.policy import Role


class HostOffer(Owned):
    """ "Next time, come to ours": a member's offer to host."""

    class State(models.TextChoices):
        """What became of it."""

        OPEN = "open", _("open")
        PLANNED = "planned", _("in a plan")
        WITHDRAWN = "withdrawn", _("withdrawn")

    member = models.ForeignKey(Member, models.CASCADE, related_name="offers")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="offers")
    venue = models.ForeignKey(Venue, models.SET_NULL, null=True, blank=True, related_name="+")
    made_at_meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="offers"
    )
    earliest_month = models.CharField(max_length=7, blank=True)
    latest_month = models.CharField(max_length=7, blank=True)
    what = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-made_at"]
        indexes = [
            models.Index(fields=["federation", "-made_at"], name="offer_newest"),
            models.Index(fields=["federation", "state"], name="offer_by_state"),
        ]

    def __str__(self) -> str:
        return f"{self.member}"

    def roles_of(self, person: Person) -> frozenset[Role]:
        """People of the offering member."""
        return frozenset({Role.OWN_MEMBER}) if person.member_id == self.member_id else frozenset()


class Blackout(Owned):
    """Days on which a member cannot host."""

    member = models.ForeignKey(Member, models.CASCADE, related_name="blackouts")
    first_day = models.DateField()
    last_day = models.DateField()
    reason = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="blackout_ends_after_start"
            )
        ]

    def __str__(self) -> str:
        return f"{self.member}: {self.first_day} – {self.last_day}"

    def roles_of(self, person: Person) -> frozenset[Role]:
        """People of the member."""
        return frozenset({Role.OWN_MEMBER}) if person.member_id == self.member_id else frozenset()


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


class Swap(Owned):
    """Two hosts exchange their months: `member` asks, `other` answers, the office or its standing order decides."""

    class State(models.TextChoices):
        """How far it is; the transitions stand in `states.py`."""

        ASKED = "asked", _("waits for the other host")
        AGREED = "agreed", _("waits for the office")
        DONE = "done", _("in effect")
        DECLINED = "declined", _("declined")
        WITHDRAWN = "withdrawn", _("withdrawn")
        REFUSED = "refused", _("refused by the office")

    plan = models.ForeignKey(YearPlan, models.CASCADE, related_name="swaps")
    month = models.CharField(max_length=7)  # the asking member's
    other_month = models.CharField(max_length=7)
    member = models.ForeignKey(Member, models.CASCADE, related_name="swaps_asked")
    other = models.ForeignKey(Member, models.CASCADE, related_name="swaps_to_answer")
    day = models.DateField()  # of `month` after the swap, when `other` has it
    other_day = models.DateField()
    points = models.IntegerField()  # what the swap adds to the plan's points
    why = models.CharField(max_length=200, blank=True)
    answer = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    decided_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    result = models.ForeignKey(YearPlan, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["-pk"]
        indexes = [models.Index(fields=["federation", "state"], name="swap_by_state")]

    def __str__(self) -> str:
        return f"{self.month} ⇄ {self.other_month}"

    def roles_of(self, person: Person) -> frozenset[Role]:
        """People of both hosts."""
        return (
            frozenset({Role.OWN_MEMBER})
            if person.member_id in (self.member_id, self.other_id)
            else frozenset()
        )


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


class PlanBoard(Owned):
    """What every member in every month would cost, worked out after a solve; the page never waits for it."""

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("being worked out")
        DONE = "done", _("done")

    plan = models.OneToOneField(YearPlan, models.CASCADE, related_name="board")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    rows = models.JSONField(default=dict, blank=True)  # member id → prices and reasons, a place per month
    why = models.JSONField(default=dict, blank=True)  # language → the sentences that `rows` number
    cells = models.JSONField(default=dict, blank=True)  # "month/member id" → the whole plan with that choice

    def __str__(self) -> str:
        return f"{self.plan} {self.state}"


class CalendarLink(Owned):
    """A person's address for the calendar feed: renewed by counting up, closed by a mark; never stored itself."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="calendar_link")
    serial = models.PositiveIntegerField(default=1)
    is_open = models.BooleanField(default=True)
    renewed_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.person}"


class CalendarDay(Owned):
    """What a day is, as a federation keeps it: seeded from the notices, corrected by hand."""

    class Kind(models.TextChoices):
        """What a day is."""

        WORKING = "working", _("working day")
        MAKE_UP = "make_up", _("make-up working day")
        WEEKEND = "weekend", _("weekend")
        HOLIDAY = "holiday", _("statutory holiday")

    date = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(max_length=60, blank=True)
    source = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["date"]
        constraints = [models.UniqueConstraint(fields=["federation", "date"], name="calendar_day_once")]

    def __str__(self) -> str:
        return f"{self.date} {self.kind}"
