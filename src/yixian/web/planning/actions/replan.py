"""After a cancelled meeting: a new draft that changes as few months as it can."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.planning.actions.plans import draft_plan
from yixian.web.planning.models import PlanRun, YearPlan
from yixian.web.planning.queries.replan import open_months
from yixian.web.shared import audit, jobs, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput


@action
def request_replan(*, by: Person, base: YearPlan, cancel: list[str]) -> YearPlan:
    """Draft a version in which the hosts of the months in `cancel` no longer have them, and solve it as a job."""
    policy.check(by, "planning.make", base)
    possible = {month for month, _host in open_months(base)}
    if not cancel or not set(cancel) <= possible:
        raise BadInput(_("Choose months that are not announced. Cancel an announced meeting first."))
    plan = draft_plan(
        by=by, programme=base.programme, first_month=base.first_month, months=base.months,
        note=_("Arranged anew after a cancellation"), weights=base.weights,
    )  # fmt: skip
    run = PlanRun.objects.create(federation=plan.federation, plan=plan, asked_by=by)
    jobs.enqueue(
        "planning.replan",
        federation_id=plan.federation_id,
        run_id=run.pk,
        base_id=base.pk,
        cancel=sorted(cancel),
    )
    audit.record(by=by, verb="planning.replan", thing=run, changes={"cancelled": [None, sorted(cancel)]})
    return plan
