"""Wake-ups of planning: the solve itself, outside any transaction, in the worker's process."""

import json
import time
from collections.abc import Callable
from functools import partial

from django.utils import timezone, translation
from django_scopes import scope, scopes_disabled

from yixian.planner import Plan, Problem
from yixian.web.planning.actions.confirmations import ask_hosts_due
from yixian.web.planning.actions.runs import end_without_plan, take_result, take_runners_up
from yixian.web.planning.models import PlanRun, YearPlan
from yixian.web.planning.queries.problem import problem_from_db
from yixian.web.shared import jobs
from yixian.web.shared.daily import daily
from yixian.web.shared.jobs import Effects
from yixian.web.shared.models import Job

LOOK_EVERY = 0.5
ASK_HOSTS = "planning.ask_hosts"


@jobs.task(ASK_HOSTS)
def ask_hosts() -> None:
    """In every federation ask the hosts whose month is near whether they keep it."""
    with scopes_disabled():
        plans = list(YearPlan.objects.filter(state=YearPlan.State.PUBLISHED).defer("problem", "certificate"))
    for plan in plans:
        with scope(federation=plan.federation_id):
            ask_hosts_due(by=None, plan=plan, today=timezone.localdate())


daily(ASK_HOSTS, hour=7)


@jobs.task("planning.solve", slow=True, lane="solver")
def solve_plan(job: Job, *, run_id: int) -> Effects:
    """Solve a draft, have the plan checked without the solver, and explain it."""
    from yixian.planner import files, solving

    run = PlanRun.objects.select_related("plan__programme", "asked_by").get(pk=run_id)
    if run.stop_asked:
        return partial(end_without_plan, by=None, run=run, sentence="", stopped=True)
    PlanRun.objects.filter(pk=run.pk).update(state=PlanRun.State.RUNNING, started_at=timezone.now())
    problem = problem_from_db(run.plan)
    watch = _Watch(job, run)
    result = solving.solve(problem, progress=watch.progress, stop=watch.stop_asked, verify=True)
    if watch.stopped:
        return partial(end_without_plan, by=None, run=run, sentence="", stopped=True)
    if not result.choices:
        return partial(end_without_plan, by=None, run=run, sentence=why_no_plan(problem, result))
    breaches = solving.check(problem, result)
    if breaches:
        raise AssertionError(f"the solver broke a rule: {breaches}")
    run.plan.problem = json.loads(files.problem_to_json(problem))
    explanation = solving.explain(problem, result, runners_up=False)
    return partial(take_result, by=None, run=run, result=result, explanation=explanation)


@jobs.task("planning.runners_up", slow=True, lane="solver")
def find_runners_up(job: Job, *, plan_id: int) -> Effects | None:
    """What the next best host of each month would cost: a solve per month, after the plan is there to see."""
    from yixian.planner import files, solving

    plan = YearPlan.objects.get(pk=plan_id)
    if not plan.certificate.get("checked"):
        return None
    problem = files.problem_from_json(json.dumps(plan.problem))
    result = files.plan_from_json(json.dumps(plan.certificate["plan"]))
    months = [month.id for month in problem.months]
    found = []
    for month in months:
        explanation = solving.explain(problem, result, months=[month], runners_up=True)
        found.append(explanation.by_month[month])
        jobs.keep(job)
    return partial(take_runners_up, by=None, plan=plan, solved=plan.certificate, found=found)


def why_no_plan(problem: Problem, result: Plan) -> str:
    """Why there is no plan, in Chinese and English, for a run that is read in either."""
    from yixian.planner import sentences

    with translation.override(None):
        return "\n".join(sentences.infeasible(problem, result, lang=lang) for lang in ("zh", "en"))


class _Watch:
    """Shows how far a solve is, keeps the job's lease, and hears when it is to stop."""

    def __init__(self, job: Job, run: PlanRun) -> None:
        self.job, self.run = job, run
        self.stopped = False
        self._next_look = 0.0

    def progress(self, state: object) -> None:
        """Store best, bound and seconds, now and then."""
        self._now_and_then(lambda: self._store(state))

    def _store(self, state: object) -> None:
        numbers = {name: getattr(state, name) for name in ("stage", "seconds", "best", "bound")}
        PlanRun.objects.filter(pk=self.run.pk).update(progress=numbers)
        jobs.keep(self.job)

    def stop_asked(self) -> bool:
        """Whether somebody pressed stop."""
        self._now_and_then(self._look)
        return self.stopped

    def _look(self) -> None:
        self.stopped = PlanRun.objects.filter(pk=self.run.pk, stop_asked=True).exists()

    def _now_and_then(self, do: Callable[[], None]) -> None:
        if time.monotonic() >= self._next_look:
            do()
            self._next_look = time.monotonic() + LOOK_EVERY
