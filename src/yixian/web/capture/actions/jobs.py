"""The office decides about work that failed for good."""

from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action
from yixian.web.shared.models import Job


@action
def retry_job(*, by: Person, job: Job) -> bool:
    """Let the worker try again from the beginning; False when somebody decided already."""
    policy.check(by, "capture.decide_jobs")
    values = {"state": Job.State.WAITING, "attempt": 0, "due_at": timezone.now(), "leased_until": None}
    return _settled(by, job, "capture.retry_job", "waiting", values)


@action
def drop_job(*, by: Person, job: Job) -> bool:
    """Give it up for good: it stays in the table as done, with its problem."""
    policy.check(by, "capture.decide_jobs")
    values = {"state": Job.State.DONE, "ended_at": timezone.now()}
    return _settled(by, job, "capture.drop_job", "done", values)


def _settled(by: Person, job: Job, verb: str, state: str, values: dict[str, object]) -> bool:
    mine = Job.objects.filter(pk=job.pk, federation_id=by.federation_id, state=Job.State.DEAD)
    if not mine.update(**values):
        audit.nothing_changed()
        return False
    audit.record(by=by, verb=verb, thing=job, changes={"state": ["dead", state]})
    return True
