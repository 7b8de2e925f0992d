"""What people would like to learn and see, and when they are away."""

from django.db import models
from django.db.models import Q

from yixian.web.accounts.models.person import Person
from yixian.web.organisations.models import Owned, Topic, Venue
from yixian.web.shared.policy import Role


class Interest(Owned):
    """A topic that a person would like to learn about, or a kind of venue that they would like to see."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="interests")
    topic = models.ForeignKey(Topic, models.CASCADE, null=True, blank=True, related_name="interests")
    venue_kind = models.CharField(max_length=12, choices=Venue.Kind.choices, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(topic__isnull=False, venue_kind="") | (Q(topic__isnull=True) & ~Q(venue_kind="")),
                name="interest_is_topic_or_venue",
            ),
            models.UniqueConstraint(
                fields=["person", "topic"], condition=Q(venue_kind=""), name="interest_topic_once"
            ),
            models.UniqueConstraint(
                fields=["person", "venue_kind"], condition=Q(topic=None), name="interest_venue_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.topic or self.get_venue_kind_display())


class Absence(Owned):
    """Days on which a person cannot go anywhere; why is nobody's business and is not kept."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="absences")
    first_day = models.DateField()
    last_day = models.DateField()

    class Meta:
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_day__gte=models.F("first_day")), name="absence_ends_after_it_begins"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.first_day} – {self.last_day}"

    def roles_of(self, person: Person) -> frozenset[Role]:
        """Those that the person it is about has."""
        return self.person.roles_of(person)
