"""Three short paragraphs: written, handed in, taken back."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Invitation, Report
from yixian.web.meetings.rules.reports import check_can_write_report
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput, DomainError

PARAGRAPHS = ("review", "plan", "experience")


@dataclass(frozen=True)
class Written:
    """What stands on the form."""

    review: str = ""
    plan: str = ""
    experience: str = ""
    wants_to_speak: bool = False


@action
def save_report(*, by: Person, invitation: Invitation, written: Written) -> Report:
    """Keep a draft as it is typed; what was handed in is taken back before it is changed."""
    check_can_write_report(by, invitation)
    report = _report_of(invitation)
    if report.handed_in_at is not None:
        raise DomainError(_("The paragraphs are handed in. Take them back first to change them."))
    changes = _write(report, by, written)
    if report.pk is not None and not changes:
        audit.nothing_changed()
        return report
    report.save()
    # The words themselves stand on the report; the trail keeps how long each paragraph became.
    audit.record(by=by, verb="meetings.save_report", thing=report, changes=changes)
    return report


@action
def hand_in_report(*, by: Person, invitation: Invitation, written: Written) -> Report:
    """Save and hand in: the office and the host can read it from now on."""
    check_can_write_report(by, invitation)
    report = _report_of(invitation)
    changes = _write(report, by, written)
    if not any(getattr(report, name) for name in PARAGRAPHS):
        raise BadInput(_("Write at least one of the three paragraphs before handing in."))
    if report.handed_in_at is not None and not changes:
        audit.nothing_changed()
        return report
    report.handed_in_at = timezone.now()
    report.save()
    audit.record(by=by, verb="meetings.hand_in_report", thing=report, changes=changes)
    return report


@action
def take_back_report(*, by: Person, invitation: Invitation) -> Report:
    """Make a handed-in report a draft again."""
    check_can_write_report(by, invitation)
    report = _report_of(invitation)
    if report.handed_in_at is None:
        raise DomainError(_("Nothing was handed in yet."))
    changes = {"handed_in_at": [report.handed_in_at.isoformat(), None]}
    report.handed_in_at = None
    report.save()
    audit.record(by=by, verb="meetings.take_back_report", thing=report, changes=changes)
    return report


def _report_of(invitation: Invitation) -> Report:
    """The member's report for the meeting, or an empty one that is not saved yet."""
    found = Report.objects.filter(meeting_id=invitation.meeting_id, member_id=invitation.member_id).first()
    return found or Report(
        federation_id=invitation.federation_id, meeting=invitation.meeting, member=invitation.member
    )


def _write(report: Report, by: Person, written: Written) -> dict[str, list[object]]:
    """Put the words on the report; returns lengths before and after of what changed."""
    changes: dict[str, list[object]] = {}
    for name in PARAGRAPHS:
        old, new = getattr(report, name), getattr(written, name).strip()
        if old != new:
            changes[f"{name} (characters)"] = [len(old), len(new)]
            setattr(report, name, new)
    if report.wants_to_speak != written.wants_to_speak:
        changes["wants_to_speak"] = [report.wants_to_speak, written.wants_to_speak]
        report.wants_to_speak = written.wants_to_speak
    report.person = by
    return changes
