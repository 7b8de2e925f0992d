"""What is settled with hosts of the plan in force: swaps, that they keep their month, what moved for them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Programme
from yixian.web.organisations.models import Member, Owned
from yixian.web.planning.models.plans import YearPlan
from yixian.web.shared.policy import Role


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


class Confirmation(Owned):
    """Weeks ahead a host is asked once more whether it keeps its month."""

    class State(models.TextChoices):
        """What the host says; the transitions stand in `states.py`."""

        ASKED = "asked", _("asked, no answer yet")
        CONFIRMED = "confirmed", _("confirmed")
        DECLINED = "declined", _("cannot host")

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="confirmations")
    month = models.CharField(max_length=7)
    member = models.ForeignKey(Member, models.CASCADE, related_name="confirmations")
    day = models.DateField()  # as the plan had it when the host was asked
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    words = models.CharField(max_length=200, blank=True)
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    asked_at = models.DateTimeField()
    answered_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-month", "-pk"]
        indexes = [models.Index(fields=["federation", "state"], name="confirmation_by_state")]
        constraints = [
            models.UniqueConstraint(fields=["programme", "month", "member"], name="confirmation_once")
        ]

    def __str__(self) -> str:
        return f"{self.month} {self.member}"

    def roles_of(self, person: Person) -> frozenset[Role]:
        """People of the host."""
        return frozenset({Role.OWN_MEMBER}) if person.member_id == self.member_id else frozenset()


class Told(Owned):
    """What a published version moves for one member, until somebody there has taken note."""

    plan = models.ForeignKey(YearPlan, models.CASCADE, related_name="told")
    member = models.ForeignKey(Member, models.CASCADE, related_name="told")
    moves = models.JSONField(default=list, blank=True)
    noted_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    noted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["plan", "member"], name="told_once")]

    def __str__(self) -> str:
        return f"{self.plan}: {self.member}"

    def roles_of(self, person: Person) -> frozenset[Role]:
        """People of the member."""
        return frozenset({Role.OWN_MEMBER}) if person.member_id == self.member_id else frozenset()
