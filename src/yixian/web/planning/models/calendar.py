"""The working calendar, and the addresses at which the plan is read by other calendars."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Owned


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
