"""A durable queue on the same database: enqueued with the change that wants it, leased, retried, never lost.

`enqueue` inside a transaction; `work_once` claims one job by a single UPDATE, runs its function and marks
it done in the same transaction as the function's own database effects. A function registered as slow runs
outside any transaction, reads and computes, and returns its effects as a function (or None), so that no
lock is held meanwhile; it gets the job itself too, to lengthen the lease with `keep`. A worker that dies
leaves a lease that runs out. Payloads are JSON ids.
"""

from collections.abc import Callable
from datetime import timedelta
from random import random
from typing import Any

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django_scopes import scope, scopes_disabled

from yixian.web.shared.models import Job

Task = Callable[..., Any]
Effects = Callable[[], Any]
TASKS: dict[str, Task] = {}
SLOW: set[str] = set()
LANES: dict[str, str] = {}
WORDS: dict[str, Any] = {}
LEASE = timedelta(minutes=2)
MOST_TRIES = 6


class LeaseLost(Exception):
    """Another worker took the job over while this one was running it."""


def task(name: str, *, words: Any = "", slow: bool = False, lane: str = "main") -> Callable[[Task], Task]:
    """Register the function that carries out jobs of this name; it gets the payload as keywords.

    words: what it does, for the office (translated lazily).
    slow: call it as `function(job, **payload)` outside any transaction; what it returns is called inside.
    lane: a worker may keep to one lane, so that a photo need not wait behind a solve of minutes.
    """

    def register(function: Task) -> Task:
        if name in TASKS:
            raise ValueError(f"{name} is registered twice")
        TASKS[name] = function
        LANES[name] = lane
        if words:
            WORDS[name] = words
        if slow:
            SLOW.add(name)
        return function

    return register


def enqueue(name: str, /, *, federation_id: int | None, **payload: Any) -> Job:
    """Ask for a job; it becomes visible when the surrounding transaction commits."""
    return Job.objects.create(name=name, federation_id=federation_id, payload=payload, due_at=timezone.now())


def claim(lane: str = "") -> Job | None:
    """Take the oldest job that is due (in one lane, or in all), or whose worker died; None when there is none."""
    now = timezone.now()
    due = Q(state=Job.State.WAITING, due_at__lte=now) | Q(state=Job.State.RUNNING, leased_until__lt=now)
    if lane:
        due &= Q(name__in=[name for name, its_lane in LANES.items() if its_lane == lane])
    for job in Job.objects.filter(due).order_by("due_at", "pk")[:5]:
        mine = Job.objects.filter(due, pk=job.pk, attempt=job.attempt).update(
            state=Job.State.RUNNING, attempt=F("attempt") + 1, leased_until=now + LEASE
        )
        if mine:
            job.refresh_from_db()
            return job
    return None


def keep(job: Job) -> None:
    """Lengthen the lease of a long job."""
    Job.objects.filter(pk=job.pk, attempt=job.attempt).update(leased_until=timezone.now() + LEASE)


def work_once(lane: str = "") -> bool:
    """Carry out one job if there is one (in this lane); say whether there was."""
    job = claim(lane)
    if job is None:
        return False
    try:
        effects = _effects_of(job)
        with transaction.atomic(), _scope_of(job):
            effects()
            done = Job.objects.filter(pk=job.pk, attempt=job.attempt).update(
                state=Job.State.DONE, ended_at=timezone.now(), problem=""
            )
            if not done:
                raise LeaseLost
    except LeaseLost:
        pass
    except Exception as error:
        _failed(job, error)
    return True


def _effects_of(job: Job) -> Effects:
    """What is left to do inside the transaction."""
    function = TASKS[job.name]
    if job.name not in SLOW:
        return lambda: function(**job.payload)
    with _scope_of(job):
        return function(job, **job.payload) or (lambda: None)


def _scope_of(job: Job) -> Any:
    return scope(federation=job.federation_id) if job.federation_id else scopes_disabled()


def _failed(job: Job, error: Exception) -> None:
    """Try again later, each time later; after the last try the office sees it."""
    dead = job.attempt >= MOST_TRIES
    wait = timedelta(seconds=(2**job.attempt) * (0.5 + random()))
    Job.objects.filter(pk=job.pk, attempt=job.attempt).update(
        state=Job.State.DEAD if dead else Job.State.WAITING,
        due_at=timezone.now() + wait,
        problem=f"{type(error).__name__}: {error}"[:500],
    )


def drain(most: int = 1000) -> int:
    """Carry out what is due now; returns how many jobs were run."""
    count = 0
    while count < most and work_once():
        count += 1
    return count
