"""Who is invited and what they answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person, PersonalLink
from yixian.web.meetings.models.meeting import Meeting
from yixian.web.organisations.models import Member, Owned
from yixian.web.shared.policy import Role


class Invitation(Owned):
    """One member's invitation to one meeting, addressed to a person, with a personal link."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitations")
    member = models.ForeignKey(Member, models.PROTECT, related_name="invitations")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="invitations")
    link = models.ForeignKey(PersonalLink, models.SET_NULL, null=True, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    reminded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["member__rank", "member__pinyin", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "member"], name="invitation_once_per_member")
        ]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.member}"

    def roles_of(self, person: Person) -> frozenset[Role]:
        """Those who may answer: people of the invited member."""
        return frozenset({Role.INVITED}) if person.member_id == self.member_id else frozenset()


class Reply(Owned):
    """What a member answered: the chair comes, somebody else comes, or apologies."""

    class Answer(models.TextChoices):
        """The answer."""

        COMING = "coming", _("the chair comes")
        DELEGATE = "delegate", _("a delegate comes")
        APOLOGY = "apology", _("apologies")

    invitation = models.OneToOneField(Invitation, models.CASCADE, related_name="reply")
    answer = models.CharField(max_length=10, choices=Answer.choices)
    attendee = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="replies")
    reason = models.CharField(max_length=200, blank=True)
    link = models.ForeignKey(PersonalLink, models.SET_NULL, null=True, related_name="+")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.invitation}: {self.answer}"
