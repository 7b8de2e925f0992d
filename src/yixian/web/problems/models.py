"""Problems found on the spot, tracked until the person who raised them confirms."""

from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Member, Owned, Topic
from yixian.web.shared.policy import Role


class Problem(Owned):
    """One entry of the issue register, with owner and date."""

    class State(models.TextChoices):
        """The life of a problem; the transitions stand in `states.py`."""

        FOUND = "found", _("found")
        ASSIGNED = "assigned", _("being solved")
        SOLVED = "solved", _("solved, to be confirmed")
        CLOSED = "closed", _("confirmed and closed")
        DROPPED = "dropped", _("not pursued")

    title = models.CharField(max_length=120)
    description = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.FOUND)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="problems")
    capture = models.OneToOneField(Capture, models.SET_NULL, null=True, blank=True, related_name="as_problem")
    member = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="problems")
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, blank=True, related_name="problems")
    raised_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="raised")
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="owned_problems")
    due_on = models.DateField(null=True, blank=True)
    solution = models.TextField(blank=True)
    found_on = models.DateField()
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["federation", "state", "due_on"], name="problem_by_state"),
            models.Index(fields=["federation", "found_on", "state"], name="problem_by_day"),
            models.Index(fields=["federation", "state", "closed_at"], name="problem_by_closing"),
        ]

    def __str__(self) -> str:
        return self.title

    def roles_of(self, person: Person) -> frozenset[Role]:
        """Who raised it, who owns it, whose member it is about."""
        roles = set()
        if self.raised_by_id == person.pk:
            roles.add(Role.AUTHOR)
        if self.owner_id == person.pk:
            roles.add(Role.OWNER)
        if self.member_id and self.member_id == person.member_id:
            roles.add(Role.OWN_MEMBER)
        return frozenset(roles)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do something."""
        return self.state in OPEN_STATES

    @property
    def is_late(self) -> bool:
        """Whether its day has passed while it is still being solved."""
        return is_late(self.state, self.due_on)


UNSOLVED = (Problem.State.FOUND, Problem.State.ASSIGNED)
OPEN_STATES = (Problem.State.FOUND, Problem.State.ASSIGNED, Problem.State.SOLVED)


def is_late(state: str, due_on: date | None) -> bool:
    """Whether a problem's day has passed while it is still being solved."""
    return state in UNSOLVED and due_on is not None and due_on < timezone.localdate()


class ProblemEvent(Owned):
    """One step or remark on a problem; a step that gave it to somebody says to whom and until when."""

    problem = models.ForeignKey(Problem, models.CASCADE, related_name="events")
    verb = models.CharField(max_length=12, default="remark")
    state = models.CharField(max_length=10, choices=Problem.State.choices)
    text = models.TextField(blank=True)
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.problem}: {self.state}"
