"""Offers to host and times that do not suit."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
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
