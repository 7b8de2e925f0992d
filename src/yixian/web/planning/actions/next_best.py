"""The search for each month's next best host: begun after a solve, taken as it comes, gone on with after a stop."""

from typing import Any

from django.utils.translation import gettext as _

from yixian.planner import MonthReasons
from yixian.web.accounts.models import Person
from yixian.web.planning.actions.results import begin_next_best, names_in_reasons, reasons_as_json
from yixian.web.planning.models import NextBest, YearPlan
from yixian.web.shared import audit, jobs, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError


@action
def request_next_best(*, by: Person, plan: YearPlan) -> NextBest:
    """Look for the next best hosts of a solved plan; months looked at before are not looked at again."""
    policy.check(by, "planning.make", plan)
    if not plan.certificate.get("checked"):
        raise DomainError(_("Solve the plan first; then the next best hosts can be looked for."))
    work = NextBest.objects.filter(plan=plan).first()
    if work is not None and work.state != NextBest.State.STOPPED:
        audit.nothing_changed()
        return work
    work = begin_next_best(plan)
    audit.record(by=by, verb="planning.runners_up", thing=plan)
    return work


@action
def take_next_best(
    *, by: Person | None, work: NextBest, solved: dict[str, Any], found: list[MonthReasons]
) -> int:
    """Keep what was found, unless the plan was solved anew or pinned meanwhile; the rest waits for its turn."""
    plan = work.plan
    plan.refresh_from_db()
    present = NextBest.objects.filter(pk=work.pk).first()
    if present is None or plan.certificate != solved:
        audit.nothing_changed()
        return 0
    names = names_in_reasons(plan)
    choices = {choice.month: choice for choice in plan.choices.all()}
    for each in found:
        choice = choices[each.choice.month]
        choice.reasons = reasons_as_json(each, names, looked=True)
        choice.save(update_fields=["reasons"])
    _go_on(present, sum(bool(choice.reasons.get("looked")) for choice in choices.values()), len(choices))
    audit.record(by=by, verb="planning.runners_up", thing=plan)
    return len(found)


def _go_on(work: NextBest, done: int, total: int) -> None:
    """Done, stopped, or waiting for the solver to be free again."""
    work.done, work.total = done, total
    if done == total:
        work.state = NextBest.State.DONE
    elif work.stop_asked:
        work.state = NextBest.State.STOPPED
    else:
        work.state = NextBest.State.WAITING
        jobs.enqueue("planning.runners_up", federation_id=work.federation_id, work_id=work.pk)
    work.save(update_fields=["state", "done", "total"])
