"""Work that comes round once a day: the worker puts it into the queue by itself, like anybody who wants a job done.

A task without payload and of no federation is named here with the hour from which it is wanted (Shanghai
time). It is asked for when no job of its name has been asked for since that hour, and none is still open; a
job that was given up does not stop the next day's. Two workers that ask at the same moment on a database
without one writer at a time may both ask: such tasks must bear being carried out twice.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from yixian.web.shared import jobs
from yixian.web.shared.models import Job

DAILY: dict[str, int] = {}
OPEN = (Job.State.WAITING, Job.State.RUNNING)


@dataclass(frozen=True)
class Round:
    """One daily task: the hour from which it is wanted, its latest job, and when the next is asked for."""

    name: str
    hour: int
    latest: Job | None
    next_at: datetime


def daily(name: str, *, hour: int) -> None:
    """Want a job of this name every day from this hour on."""
    DAILY[name] = hour


def ask(lane: str = "", now: datetime | None = None) -> list[str]:
    """Put into the queue what is due (of one lane, or of all); returns the names."""
    now = now or timezone.now()
    names = [name for name in DAILY if not lane or jobs.LANES[name] == lane]
    with transaction.atomic():
        due = [name for name in names if _is_due(_latest(name), DAILY[name], now)]
        for name in due:
            jobs.enqueue(name, federation_id=None)
    return due


def rounds(now: datetime | None = None) -> list[Round]:
    """Every daily task and how it went."""
    now = now or timezone.now()
    return [
        Round(name, hour, _latest(name), since(hour, now) + timedelta(days=1)) for name, hour in DAILY.items()
    ]


def since(hour: int, now: datetime) -> datetime:
    """The last time that the clock showed this hour."""
    here = timezone.localtime(now)
    today = here.replace(hour=hour, minute=0, second=0, microsecond=0)
    return today if today <= here else today - timedelta(days=1)


def _latest(name: str) -> Job | None:
    return Job.objects.filter(name=name, federation_id=None).order_by("-pk").first()


def _is_due(latest: Job | None, hour: int, now: datetime) -> bool:
    if latest is None:
        return True
    return latest.state not in OPEN and latest.created_at < since(hour, now)
