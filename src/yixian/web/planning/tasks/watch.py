"""What a long work tells while it runs, and when it is to end early."""

from collections.abc import Callable
from time import monotonic

from django.utils import timezone

from yixian.planner import Progress
from yixian.web.planning.models import PlanRun
from yixian.web.shared import jobs
from yixian.web.shared.models import Job

LOOK_EVERY = 0.5
PATIENT = ("planning.regrets", "planning.runners_up")


class Watch:
    """Tells now and then how far a work is, keeps its job's lease, and hears when it is to stop."""

    def __init__(
        self,
        job: Job,
        tell: Callable[[Progress], object],
        is_over: Callable[[], bool],
        every: float = LOOK_EVERY,
    ) -> None:
        self.stopped = False
        self._job, self._tell, self._is_over, self._every = job, tell, is_over, every
        self._next_tell = self._next_look = 0.0

    def progress(self, state: Progress) -> None:
        """Called by the planner with what it knows."""
        if monotonic() >= self._next_tell:
            self._tell(state)
            jobs.keep(self._job)
            self._next_tell = monotonic() + self._every

    def stop(self) -> bool:
        """Asked by the planner: whether to end. Once said, it stays so."""
        if not self.stopped and monotonic() >= self._next_look:
            self.stopped = self._is_over()
            self._next_look = monotonic() + self._every
        return self.stopped


def watch_run(job: Job, run: PlanRun) -> Watch:
    """Shows best, bound and seconds of a solve, and hears when somebody presses stop."""

    def tell(state: Progress) -> None:
        numbers = {name: getattr(state, name) for name in ("stage", "seconds", "best", "bound")}
        PlanRun.objects.filter(pk=run.pk).update(progress=numbers)

    return Watch(job, tell, PlanRun.objects.filter(pk=run.pk, stop_asked=True).exists)


def somebody_waits() -> bool:
    """Whether a solve, a preview or a timetable is asked for that somebody looks forward to: that goes first."""
    urgent = [name for name, lane in jobs.LANES.items() if lane == "solver" and name not in PATIENT]
    return Job.objects.filter(state=Job.State.WAITING, due_at__lte=timezone.now(), name__in=urgent).exists()
