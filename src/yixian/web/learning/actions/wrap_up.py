"""What becomes of the records of a meeting."""

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import CaptureOutcome
from yixian.web.learning.queries.minutes import RECORDS, RECORDS_HEADING, record_line
from yixian.web.learning.rules import wrap_up as rules
from yixian.web.meetings.actions.minutes import add_to_minutes
from yixian.web.meetings.models import Minutes
from yixian.web.meetings.words import in_site_language
from yixian.web.shared import audit
from yixian.web.shared.actions import action


@action
def decide_record(*, by: Person, capture: Capture, kind: str) -> CaptureOutcome:
    """Put a record in the minutes (a draft gets the line at once), or say that nothing is to be done."""
    rules.check_can_decide(by, capture)
    kind = CaptureOutcome.Kind(kind)
    outcome = CaptureOutcome.objects.filter(capture=capture).first()
    if outcome is not None and outcome.kind == kind:
        audit.nothing_changed()
        return outcome
    before = outcome.kind if outcome else None
    outcome, _made = CaptureOutcome.objects.update_or_create(
        capture=capture, defaults={"federation_id": capture.federation_id, "kind": kind, "by": by}
    )
    if kind == CaptureOutcome.Kind.MINUTES and capture.text.strip():
        draft = Minutes.objects.filter(meeting=capture.meeting, state=Minutes.State.DRAFT).first()
        if draft is not None:
            with in_site_language():
                line, heading = record_line(capture), str(RECORDS_HEADING)
            add_to_minutes(by=by, minutes=draft, key=RECORDS, heading=heading, line=line)
    audit.record(by=by, verb="learning.decide_record", thing=capture, changes={"outcome": [before, kind]})
    return outcome


@action
def undo_decision(*, by: Person, capture: Capture) -> Capture:
    """Put a record back among those to be decided; a line that stands in the minutes stays there."""
    rules.check_can_decide(by, capture)
    outcome = CaptureOutcome.objects.filter(capture=capture).first()
    if outcome is None:
        audit.nothing_changed()
        return capture
    kind = outcome.kind
    outcome.delete()
    audit.record(by=by, verb="learning.undo_decision", thing=capture, changes={"outcome": [kind, None]})
    return capture
