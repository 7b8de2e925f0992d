"""See what other weights would change before anything is saved: asked for at each move of a slider, the last wins."""

from typing import Any

from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.planning.models import WeightsPreview, YearPlan
from yixian.web.shared import audit, jobs, policy
from yixian.web.shared.actions import action

State = WeightsPreview.State


@action
def ask_preview(*, by: Person, base: YearPlan, weights: dict[str, int]) -> WeightsPreview:
    """Have it worked out what these weights would change in a plan; what was asked before is given up.

    Nothing of the plan changes, so nothing goes on record.
    """
    policy.check(by, "planning.make", base)
    audit.nothing_changed()
    preview = WeightsPreview.objects.filter(person=by).first()
    if preview is None:
        preview = WeightsPreview(federation=by.federation, person=by)
    elif preview.plan_id != base.pk:
        preview.found = {}
    preview.plan, preview.weights, preview.serial = base, weights, preview.serial + 1
    preview.state, preview.progress, preview.stop_asked = State.WAITING, {}, False
    preview.asked_at = timezone.now()
    preview.save()
    jobs.enqueue(
        "planning.preview", federation_id=by.federation_id, preview_id=preview.pk, serial=preview.serial
    )
    return preview


@action
def stop_preview(*, by: Person, preview: WeightsPreview) -> WeightsPreview:
    """Nobody waits for it any more."""
    policy.check(by, "planning.make", preview)
    audit.nothing_changed()
    if preview.is_under_way:
        preview.state, preview.stop_asked = State.STOPPED, True
        preview.save(update_fields=["state", "stop_asked"])
    return preview


@action
def take_preview(*, by: Person | None, preview: WeightsPreview, found: dict[str, Any]) -> bool:
    """Keep what was found, unless another request came meanwhile or somebody pressed stop."""
    audit.nothing_changed()
    here = WeightsPreview.objects.filter(pk=preview.pk, serial=preview.serial, stop_asked=False)
    return bool(here.update(found=found, state=State.DONE))
