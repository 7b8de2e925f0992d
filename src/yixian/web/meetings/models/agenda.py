"""What is handed in beforehand, and the running order built from it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models.meeting import Meeting
from yixian.web.organisations.models import Member, Owned
from yixian.web.shared.policy import Role


class Report(Owned):
    """Three short paragraphs that a member hands in before a meeting."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="reports")
    member = models.ForeignKey(Member, models.PROTECT, related_name="reports")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="reports")
    review = models.TextField(blank=True)
    plan = models.TextField(blank=True)
    experience = models.TextField(blank=True)
    wants_to_speak = models.BooleanField(default=False)
    saved_at = models.DateTimeField(auto_now=True)
    handed_in_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["member__rank", "member__pinyin", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "member"], name="report_once_per_member")]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.member}"

    def roles_of(self, person: Person) -> frozenset[Role]:
        """People of the reporting member."""
        return frozenset({Role.OWN_MEMBER}) if person.member_id == self.member_id else frozenset()


class AgendaItem(Owned):
    """A timed item of the running order."""

    class Kind(models.TextChoices):
        """What happens in it."""

        OPENING = "opening", _("opening")
        PROBLEMS = "problems", _("open problems")
        REPORT = "report", _("report")
        EXPERIENCE = "experience", _("experience")
        TOUR = "tour", _("tour")
        QUESTIONS = "questions", _("questions and answers")
        DISCUSSION = "discussion", _("discussion")
        BREAK = "break", _("break")
        CLOSING = "closing", _("closing")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField(max_length=120)
    minutes = models.PositiveIntegerField(default=10)
    speaker = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    report = models.ForeignKey(Report, models.SET_NULL, null=True, blank=True, related_name="+")
    source = models.CharField(max_length=60, blank=True)
    note = models.CharField(max_length=300, blank=True)
    is_edited = models.BooleanField(default=False)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "source"],
                condition=~models.Q(source=""),
                name="agenda_one_item_per_source",
            )
        ]

    def __str__(self) -> str:
        return self.title
