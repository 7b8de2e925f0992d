"""What else could have been, for every month of a plan: two solves a month, after the plan is there to see."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from yixian.planner import Progress
from yixian.web.planning.actions.next_best import take_next_best
from yixian.web.planning.models import NextBest
from yixian.web.planning.solved import as_solved
from yixian.web.planning.tasks.watch import Watch, somebody_waits
from yixian.web.shared import jobs
from yixian.web.shared.jobs import Effects
from yixian.web.shared.models import Job


@jobs.task("planning.runners_up", words=_("Look for the next best plans"), slow=True, lane="solver")
def find_next_best(job: Job, *, work_id: int) -> Effects | None:
    """The next best host of each month, and the best plan without its host; what was found before is kept."""
    from yixian.planner import solving

    work = NextBest.objects.select_related("plan").filter(pk=work_id).first()
    if work is None or work.state == NextBest.State.STOPPED or not work.plan.certificate.get("checked"):
        return None
    choices = work.plan.choices.order_by("month").values_list("month", "reasons")
    left = [month for month, reasons in choices if not reasons.get("looked")]
    problem, result = as_solved(work.plan)
    watch = _watch(job, work)
    found: list[Any] = []
    for month in left:
        _show(work, len(result.choices) - len(left) + len(found), len(result.choices))
        if watch.stop():
            break
        explanation = solving.explain(
            problem, result, months=[month], progress=watch.progress, stop=watch.stop
        )
        if watch.stopped:
            break
        found.append(explanation.by_month[month])
    return partial(take_next_best, by=None, work=work, solved=work.plan.certificate, found=found)


def _show(work: NextBest, done: int, total: int) -> None:
    """How many months are looked at."""
    running = NextBest.State.RUNNING
    NextBest.objects.filter(pk=work.pk).update(state=running, done=done, total=total)


def _watch(job: Job, work: NextBest) -> Watch:
    """Ends when somebody presses stop, or waits for something else; months are counted, not solver's points."""

    def tell(_state: Progress) -> None:
        """The lease is kept all the same."""

    def is_over() -> bool:
        return somebody_waits() or NextBest.objects.filter(pk=work.pk, stop_asked=True).exists()

    return Watch(job, tell, is_over)
