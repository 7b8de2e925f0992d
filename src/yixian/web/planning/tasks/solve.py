"""The solve itself, and the question to hosts whose month is near."""

import json
from functools import partial

from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django_scopes import scope, scopes_disabled

from yixian.planner import Plan, Problem
from yixian.web.planning.actions.confirmations import ask_hosts_due
from yixian.web.planning.actions.runs import end_without_plan, take_result
from yixian.web.planning.models import PlanRun, YearPlan
from yixian.web.planning.queries.problem import problem_from_db
from yixian.web.planning.tasks.watch import watch_run
from yixian.web.shared import jobs
from yixian.web.shared.daily import daily
from yixian.web.shared.jobs import Effects
from yixian.web.shared.models import Job

ASK_HOSTS = "planning.ask_hosts"


@jobs.task(ASK_HOSTS, words=_("Ask hosts whether they keep their month"))
def ask_hosts() -> None:
    """In every federation ask the hosts whose month is near whether they keep it."""
    with scopes_disabled():
        plans = list(YearPlan.objects.filter(state=YearPlan.State.PUBLISHED).defer("problem", "certificate"))
    for plan in plans:
        with scope(federation=plan.federation_id):
            ask_hosts_due(by=None, plan=plan, today=timezone.localdate())


daily(ASK_HOSTS, hour=7)


@jobs.task("planning.solve", words=_("Draw up a year plan"), slow=True, lane="solver")
def solve_plan(job: Job, *, run_id: int) -> Effects:
    """Solve a draft, have the plan checked without the solver, and explain it."""
    from yixian.planner import files, solving

    run = PlanRun.objects.select_related("plan__programme", "asked_by").get(pk=run_id)
    if run.stop_asked:
        return partial(end_without_plan, by=None, run=run, sentence="", stopped=True)
    PlanRun.objects.filter(pk=run.pk).update(state=PlanRun.State.RUNNING, started_at=timezone.now())
    problem = problem_from_db(run.plan)
    watch = watch_run(job, run)
    result = solving.solve(problem, progress=watch.progress, stop=watch.stop, verify=True)
    if watch.stopped and not result.drawn:
        return partial(end_without_plan, by=None, run=run, sentence="", stopped=True)
    if not result.choices:
        return partial(end_without_plan, by=None, run=run, sentence=why_no_plan(problem, result))
    breaches = solving.check(problem, result)
    if breaches:
        raise AssertionError(f"the solver broke a rule: {breaches}")
    run.plan.problem = json.loads(files.problem_to_json(problem))
    explanation = solving.explain(problem, result, runners_up=False)
    return partial(take_result, by=None, run=run, result=result, explanation=explanation)


def why_no_plan(problem: Problem, result: Plan) -> str:
    """Why there is no plan, in Chinese and English, for a run that is read in either."""
    from yixian.planner import sentences

    with translation.override(None):
        return "\n".join(sentences.infeasible(problem, result, lang=lang) for lang in ("zh", "en"))
