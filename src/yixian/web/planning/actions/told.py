"""Those concerned learn what a published version moved for them."""

from collections import defaultdict
from typing import Any

from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.planning.models import Told, YearPlan
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action


def tell_hosts(plan: YearPlan) -> None:
    """Put down for each host, old or new, which of its months moved. Part of an action."""
    concerned: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for move in plan.moved:
        for member in {move["old_id"], move["new_id"]} - {None}:
            concerned[member].append(move)
    Told.objects.bulk_create(
        Told(federation_id=plan.federation_id, plan=plan, member_id=member, moves=moves)
        for member, moves in concerned.items()
    )


@action
def take_note(*, by: Person, told: Told) -> Told:
    """Somebody of the member has read it."""
    policy.check(by, "planning.take_note", told)
    if told.noted_at is not None:
        audit.nothing_changed()
        return told
    told.noted_by, told.noted_at = by, timezone.now()
    told.save(update_fields=["noted_by", "noted_at"])
    audit.record(by=by, verb="planning.take_note", thing=told)
    return told
