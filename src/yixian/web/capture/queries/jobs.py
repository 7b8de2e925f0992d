"""Work in the background that failed for good, for the office."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from yixian.web.accounts.models import Person
from yixian.web.shared import policy
from yixian.web.shared.models import Job

MOST = 200
WORDS = {
    "capture.prepare_photo": gettext_noop("Prepare a photo to be shown"),
    "capture.forget_blobs": gettext_noop("Remove the pictures of a deleted record"),
    "planning.solve": gettext_noop("Draw up a year plan"),
    "planning.regrets": gettext_noop("Compute the prices of the planning board"),
    "planning.cell": gettext_noop("Compute one price of the planning board"),
    "planning.replan": gettext_noop("Arrange a plan anew after a cancellation"),
    "planning.runners_up": gettext_noop("Look for the next best plans"),
}


@dataclass(frozen=True)
class JobRow:
    """One job that was given up."""

    pk: int
    name: str
    tries: int
    asked_at: datetime
    problem: str


def dead_jobs_of(person: Person) -> QuerySet[Job]:
    """The given-up jobs of this person's federation, for its office."""
    if not policy.may(person, "capture.see_jobs"):
        return Job.objects.none()
    return Job.objects.filter(federation_id=person.federation_id, state=Job.State.DEAD)


def dead_rows(person: Person) -> list[JobRow]:
    """The list, latest first."""
    facts = ("pk", "name", "attempt", "created_at", "problem")
    rows = dead_jobs_of(person).order_by("-pk").values_list(*facts)[:MOST]
    return [
        JobRow(pk, _(WORDS[name]) if name in WORDS else name, tries, asked_at, problem)
        for pk, name, tries, asked_at, problem in rows
    ]
