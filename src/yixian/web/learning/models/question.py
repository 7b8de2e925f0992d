"""Asking for advice, and being answered by those who can."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Member, Owned, Topic
from yixian.web.shared.policy import Role


class Question(Owned):
    """A question that members are asked to answer."""

    class State(models.TextChoices):
        """Whether the person who asked has what they need."""

        OPEN = "open", _("waiting for answers")
        ANSWERED = "answered", _("answered")
        SETTLED = "settled", _("settled")

    text = models.TextField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    asked_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="questions")
    member = models.ForeignKey(Member, models.PROTECT, null=True, related_name="questions")
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, blank=True, related_name="questions")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="questions")
    capture = models.OneToOneField(
        Capture, models.SET_NULL, null=True, blank=True, related_name="as_question"
    )
    asked_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at"]
        indexes = [models.Index(fields=["federation", "state", "asked_at"], name="question_by_state")]

    def __str__(self) -> str:
        return self.text[:60]

    def roles_of(self, person: Person) -> frozenset[Role]:
        """Who asked."""
        return frozenset({Role.AUTHOR}) if self.asked_by_id == person.pk else frozenset()


class Answer(Owned):
    """One answer to a question; one that was written on a phone has the number and digest given there."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="answers")
    text = models.TextField()
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="answers")
    helped = models.BooleanField(default=False)
    at = models.DateTimeField(auto_now_add=True)
    client_id = models.UUIDField(null=True, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["by", "client_id"], name="answer_sent_once")]

    def __str__(self) -> str:
        return self.text[:60]
