"""Votes of those who are present at a meeting."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models.meeting import Meeting
from yixian.web.organisations.models import Owned
from yixian.web.shared.policy import Role


class Ballot(Owned):
    """A question with a few choices that is put to those who are present."""

    class State(models.TextChoices):
        """Whether one can vote."""

        DRAFT = "draft", _("not opened yet")
        OPEN = "open", _("voting is open")
        CLOSED = "closed", _("voting is closed")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="ballots")
    question = models.CharField(max_length=200)
    state = models.CharField(max_length=6, choices=State.choices, default=State.DRAFT)
    opened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    on_wall_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.question[:60]

    def roles_of(self, person: Person) -> frozenset[Role]:
        """Those of the meeting that it belongs to."""
        return self.meeting.roles_of(person)


class BallotChoice(Owned):
    """One of the choices."""

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="choices")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=80)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return self.text


class Vote(Owned):
    """One vote as it was sent. Of those of a person the newest has a choice; the others keep their number only.

    The number stays so that the same one, sent again, is known; whoever is forgotten leaves the total as it is.
    """

    ballot = models.ForeignKey(Ballot, models.CASCADE, related_name="votes")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="votes")
    choice = models.ForeignKey(BallotChoice, models.CASCADE, null=True, related_name="votes")
    client_id = models.UUIDField()
    sequence = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "client_id"], name="vote_sent_once"),
            models.UniqueConstraint(
                fields=["ballot", "person"], condition=Q(choice__isnull=False), name="vote_counts_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.ballot)
