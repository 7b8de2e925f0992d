"""The host lets go, keeps back, or thinks again."""

from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.capture import rules, states
from yixian.web.capture.models import Capture, Release
from yixian.web.capture.queries import waiting_in
from yixian.web.capture.queries.copies import copies_of
from yixian.web.meetings.models import Meeting
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action

DECISIONS = {
    "release": Release.Decision.RELEASED,
    "withhold": Release.Decision.WITHHELD,
    "withdraw": Release.Decision.WITHDRAWN,
    "put_back": Release.Decision.UNDONE,
}
ENDS = ("withdraw", "put_back")
DONE_ALREADY = {"release": Capture.Hold.RELEASED, "withhold": Capture.Hold.WITHHELD}


@action
def decide(*, by: Person, capture: Capture, verb: str, note: str = "") -> Capture:
    """Carry out one of `DECISIONS` on one capture; asked for again, it changes nothing.

    Withdrawing takes effect with the commit: every page reads the hold at each request. Which copies had gone
    out before goes on record with it.
    """
    if capture.hold == DONE_ALREADY.get(verb) and policy.may(by, "capture.release", capture):
        audit.nothing_changed()
        return capture
    rules.check_can_decide(by, capture, verb)
    arrow = "quarantine" if verb == "put_back" and rules.is_forbidden(capture) else verb
    gone_out = copies_of(capture) if verb in ENDS else []
    before, after = states.CAPTURE.move(capture, arrow)
    capture.save(update_fields=["hold"])
    Release.objects.create(
        federation_id=capture.federation_id, capture=capture, decision=DECISIONS[verb], by=by, note=note
    )
    changes: dict[str, Any] = {"hold": [before, after]}
    if gone_out:
        changes["gone_out"] = [None, [copy.thing for copy in gone_out]]
    audit.record(by=by, verb=f"capture.{verb}", thing=capture, changes=changes)
    return capture


@action
def release_free(*, by: Person, meeting: Meeting) -> int:
    """One confirmation for everything recorded where photos are free; returns how many were let go."""
    policy.check(by, "capture.release", meeting)
    free = [capture for capture in waiting_in(meeting) if not rules.needs_thought(capture)]
    if not free:
        audit.nothing_changed()
        return 0
    Capture.objects.filter(pk__in=[each.pk for each in free]).update(hold=Capture.Hold.RELEASED)
    Release.objects.bulk_create(
        Release(federation_id=by.federation_id, capture=each, decision=Release.Decision.RELEASED, by=by)
        for each in free
    )
    changes = {"released": [None, [each.pk for each in free]]}
    audit.record(by=by, verb="capture.release_free", thing=meeting, changes=changes)
    return len(free)
