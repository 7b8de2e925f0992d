"""Who walks and talks together at one meeting."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Owned


class Grouping(Owned):
    """The groups of one meeting as a whole."""

    class State(models.TextChoices):
        """Whether those who come may see them; the transitions stand in `states.py`."""

        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="grouping")
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    matching = models.PositiveSmallIntegerField(
        default=2
    )  # 0 meet new people … 10 match questions to answers
    draw = models.PositiveIntegerField(default=0)  # counted up, so that "again" gives something else
    wanted = models.JSONField(default=dict, blank=True)  # a division asked for and not there yet
    before = models.JSONField(default=list, blank=True)  # places before the last division, to take it back
    changed = models.JSONField(
        default=dict, blank=True
    )  # what the last regrouping at the door did, by person
    published_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.meeting}"


class Group(Owned):
    """One group of a meeting: its number, who leads it, and the guide who walks with it."""

    grouping = models.ForeignKey(Grouping, models.CASCADE, related_name="groups")
    number = models.PositiveSmallIntegerField()
    leader = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    guide = models.CharField(max_length=60, blank=True)
    is_locked = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["grouping", "number"], name="group_numbered_once")]

    def __str__(self) -> str:
        return str(_("Group %(number)s")) % {"number": self.number}


class Place(Owned):
    """A person's place in a group; locked, it stays whatever is divided anew."""

    grouping = models.ForeignKey(Grouping, models.CASCADE, related_name="places")
    group = models.ForeignKey(Group, models.CASCADE, related_name="places")
    person = models.ForeignKey(Person, models.PROTECT, related_name="group_places")
    is_locked = models.BooleanField(default=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["grouping", "person"], name="place_once_per_meeting")]

    def __str__(self) -> str:
        return f"{self.person}"


class Wish(Owned):
    """Two people who keep together, or who don't sit together."""

    class Kind(models.TextChoices):
        """Which of the two."""

        TOGETHER = "together", _("keep together")
        APART = "apart", _("keep apart")

    grouping = models.ForeignKey(Grouping, models.CASCADE, related_name="wishes")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    one = models.ForeignKey(Person, models.CASCADE, related_name="+")
    two = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [models.UniqueConstraint(fields=["grouping", "one", "two"], name="wish_once_per_pair")]

    def __str__(self) -> str:
        return f"{self.one}, {self.two}"
