"""Work in the background for the office: what failed for good, and what comes round by itself."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.shared import jobs, policy
from yixian.web.shared.daily import rounds
from yixian.web.shared.models import Job

MOST = 200


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
    return [JobRow(pk, _words(name), tries, asked_at, problem) for pk, name, tries, asked_at, problem in rows]


@dataclass(frozen=True)
class RoundRow:
    """One task that comes round every day, and how it went the last time."""

    name: str
    hour: str
    state: str
    tone: str
    latest_at: datetime | None
    problem: str


TONES = {Job.State.DONE: "good", Job.State.DEAD: "bad"}


def round_rows() -> list[RoundRow]:
    """Everything that the worker does by itself; of no federation, so the same for every office."""
    return [
        RoundRow(
            name=_words(each.name),
            hour=f"{each.hour:02}:00",
            state=each.latest.get_state_display() if each.latest else "",
            tone=TONES.get(Job.State(each.latest.state), "wait") if each.latest else "",
            latest_at=(each.latest.ended_at or each.latest.created_at) if each.latest else None,
            problem=each.latest.problem if each.latest else "",
        )
        for each in rounds()
    ]


def _words(name: str) -> str:
    return str(jobs.WORDS.get(name, name))
