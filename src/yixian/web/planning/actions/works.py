"""Stop what a job works out about a plan."""

from yixian.web.accounts.models import Person
from yixian.web.planning.models import Work, YearPlan
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action


@action
def stop_work(*, by: Person, plan: YearPlan, work: Work) -> Work:
    """End it as soon as can be; what waits for its turn does not begin."""
    policy.check(by, "planning.make", plan)
    if not work.is_under_way or work.stop_asked:
        audit.nothing_changed()
        return work
    work.stop_asked = True
    if work.state == Work.State.WAITING:
        work.state = Work.State.STOPPED
    work.save(update_fields=["stop_asked", "state"])
    audit.record(by=by, verb="planning.stop", thing=plan, changes={"stop_asked": [False, True]})
    return work
