"""What works, written up so that others can borrow it, and who borrows it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.meetings.models import Meeting, Station
from yixian.web.organisations.models import Member, Owned, Topic
from yixian.web.shared.policy import Role


class Experience(Owned):
    """A good practice of one member's."""

    class State(models.TextChoices):
        """Whether members see it."""

        DRAFT = "draft", _("draft")
        PUBLISHED = "published", _("published")
        WITHDRAWN = "withdrawn", _("withdrawn")

    title = models.CharField(max_length=120)
    summary = models.TextField(blank=True)
    how = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    member = models.ForeignKey(Member, models.PROTECT, related_name="experiences")
    topic = models.ForeignKey(Topic, models.SET_NULL, null=True, blank=True, related_name="experiences")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="experiences")
    station = models.ForeignKey(Station, models.SET_NULL, null=True, blank=True, related_name="experiences")
    captures = models.ManyToManyField(Capture, blank=True, related_name="as_experience")
    written_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-published_at", "-pk"]
        indexes = [
            models.Index(fields=["federation", "state", "-published_at", "-id"], name="experience_by_state")
        ]

    def __str__(self) -> str:
        return self.title

    def roles_of(self, person: Person) -> frozenset[Role]:
        """People of the member whose practice it is."""
        return frozenset({Role.OWN_MEMBER}) if person.member_id == self.member_id else frozenset()


class Adoption(Owned):
    """A member borrowing a practice, from interest to result.

    It may begin with an idea recorded on the spot, before anybody has written the experience up: then
    `experience` stays empty until one is published that holds the idea, and `source` says whose practice it is.
    """

    class State(models.TextChoices):
        """How far the member is; the transitions stand in `states.py`."""

        INTERESTED = "interested", _("interested")
        CONTACT = "contact", _("in contact")
        TRYING = "trying", _("trying")
        ADOPTED = "adopted", _("adopted")
        DROPPED = "dropped", _("dropped")

    experience = models.ForeignKey(
        Experience, models.CASCADE, null=True, blank=True, related_name="adoptions"
    )
    title = models.CharField(max_length=120)
    source = models.ForeignKey(Member, models.PROTECT, null=True, blank=True, related_name="lent")
    member = models.ForeignKey(Member, models.PROTECT, related_name="adoptions")
    state = models.CharField(max_length=10, choices=State.choices, default=State.INTERESTED)
    started_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="adoptions")
    capture = models.ForeignKey(Capture, models.SET_NULL, null=True, blank=True, related_name="+")
    result = models.TextField(blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-changed_at"]
        constraints = [
            models.UniqueConstraint(fields=["experience", "member"], name="adoption_once"),
            models.UniqueConstraint(fields=["capture", "member"], name="adoption_once_per_idea"),
        ]
        indexes = [
            models.Index(fields=["federation", "started_at", "state"], name="adoption_by_start"),
            models.Index(fields=["federation", "state", "changed_at"], name="adoption_by_state"),
            models.Index(fields=["federation", "-changed_at"], name="adoption_by_change"),
            models.Index(fields=["federation", "member", "state", "experience"], name="adoption_by_member"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """What is borrowed: the experience's title, else the words of the idea."""
        return self.experience.title if self.experience else self.title

    @property
    def lender(self) -> Member | None:
        """Whose practice it is."""
        return self.experience.member if self.experience else self.source

    def roles_of(self, person: Person) -> frozenset[Role]:
        """People of the borrowing member."""
        return frozenset({Role.OWN_MEMBER}) if person.member_id == self.member_id else frozenset()


class AdoptionStep(Owned):
    """One step of an adoption."""

    adoption = models.ForeignKey(Adoption, models.CASCADE, related_name="steps")
    verb = models.CharField(max_length=12, default="start")
    state = models.CharField(max_length=10, choices=Adoption.State.choices)
    text = models.TextField(blank=True)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["federation", "at", "adoption"], name="adoption_step_by_time")]

    def __str__(self) -> str:
        return f"{self.adoption}: {self.state}"
