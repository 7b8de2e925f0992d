"""Borrowing: from interest to result."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.actions.texts import needed
from yixian.web.learning.models import Adoption, AdoptionStep, Experience
from yixian.web.learning.rules import experience as rules
from yixian.web.learning.states import ADOPTION
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput


def _step(adoption: Adoption, verb: str, by: Person, text: str) -> None:
    AdoptionStep.objects.create(
        federation_id=adoption.federation_id,
        adoption=adoption,
        verb=verb,
        state=adoption.state,
        text=text,
        by=by,
    )


@action
def start_adoption(*, by: Person, experience: Experience, text: str = "") -> Adoption:
    """Say that one's own member wants to borrow a published experience."""
    rules.check_can_adopt(by, experience)
    adoption = Adoption.objects.create(
        federation_id=by.federation_id,
        experience=experience,
        title=experience.title,
        source=experience.member,
        member=by.member,
        started_by=by,
    )
    _step(adoption, "start", by, text.strip())
    audit.record(by=by, verb="learning.adopt", thing=adoption, changes={"state": [None, adoption.state]})
    return adoption


@action
def start_adoption_from_idea(*, by: Person, capture: Capture, text: str = "") -> Adoption:
    """Borrow what one saw and recorded: of its experience where one is published, else of the idea itself."""
    rules.check_can_adopt_idea(by, capture)
    written = capture.as_experience.filter(state=Experience.State.PUBLISHED).exclude(member=by.member).first()
    if written is not None:
        rules.check_can_adopt(by, written)
    idea = capture.text.strip().partition("\n")[0]
    adoption = Adoption.objects.create(
        federation_id=by.federation_id,
        experience=written,
        capture=capture,
        title=written.title if written else needed(idea, _("This idea has no words yet."))[:120],
        source=capture.meeting.host,
        member=by.member,
        started_by=by,
    )
    _step(adoption, "start", by, text.strip())
    audit.record(
        by=by, verb="learning.adopt", thing=adoption,
        changes={"state": [None, adoption.state], "record": [None, capture.pk]},
    )  # fmt: skip
    return adoption


@action
def move_adoption(*, by: Person, adoption: Adoption, verb: str, text: str = "") -> Adoption:
    """Go one step on; adopting says what came of it, dropping says why."""
    policy.check(by, "learning.report_adoption", adoption)
    if verb not in ADOPTION.transitions:
        raise BadInput(_("There is no such step."))
    ADOPTION.check(adoption, verb)
    text = text.strip()
    if verb == "adopt":
        text = needed(text, _("Say what came of it: others decide by your result."))
    if verb == "drop":
        text = needed(text, _("Say why it is dropped: that helps others too."))
    changes: dict[str, list[str]] = {"state": list(ADOPTION.move(adoption, verb))}
    if verb == "adopt":
        changes["result"] = [adoption.result, text]
        adoption.result = text
    adoption.save(update_fields=["state", "result", "changed_at"])
    _step(adoption, verb, by, text)
    behalf = adoption.member if by.member_id != adoption.member_id else None
    audit.record(
        by=by, verb=f"learning.adoption_{verb}", thing=adoption, changes=changes, on_behalf_of=behalf
    )
    return adoption


@action
def report_result(*, by: Person, adoption: Adoption, text: str) -> Adoption:
    """Write down what has come of it so far, whatever the state."""
    policy.check(by, "learning.report_adoption", adoption)
    if adoption.state not in (Adoption.State.TRYING, Adoption.State.ADOPTED):
        raise BadInput(_("Results come once you are trying it."))
    text = needed(text, _("Say what has come of it."))
    changes = {"result": [adoption.result, text]}
    adoption.result = text
    adoption.save(update_fields=["result", "changed_at"])
    _step(adoption, "result", by, text)
    audit.record(by=by, verb="learning.report_result", thing=adoption, changes=changes)
    return adoption
