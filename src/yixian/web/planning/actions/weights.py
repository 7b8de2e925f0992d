"""Use the weights of a trial for every later plan."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.planning.models import YearPlan
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError


@action
def adopt_weights(*, by: Person, plan: YearPlan) -> dict[str, int]:
    """Save the weights tried in a version as the programme's own; returns them."""
    policy.check(by, "planning.set_weights", plan)
    if not plan.weights:
        raise DomainError(_("This version was made with the programme’s own weights."))
    programme = plan.programme
    old = programme.settings.get("weights", {})
    if old == plan.weights:
        audit.nothing_changed()
        return old
    programme.settings = {**programme.settings, "weights": plan.weights}
    programme.save(update_fields=["settings"])
    changes = {
        code: [old.get(code), weight] for code, weight in plan.weights.items() if old.get(code) != weight
    }
    audit.record(by=by, verb="planning.set_weights", thing=programme, changes=changes)
    return plan.weights
