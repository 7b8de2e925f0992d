"""A meeting is announced: invitations, personal links, reminders."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Max
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.actions.links import make_link
from yixian.web.accounts.models import Person
from yixian.web.meetings.actions.events import move_meeting
from yixian.web.meetings.checklists import checklist_for
from yixian.web.meetings.models import Invitation, Meeting
from yixian.web.meetings.queries.notice import chairs_of, members_to_invite
from yixian.web.meetings.rules.lifecycle import check_can_announce, check_can_change
from yixian.web.meetings.rules.notice import check_can_send
from yixian.web.meetings.states import MEETING
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput

SHORTEST = timedelta(days=14)
AFTER_MEETING = timedelta(days=7)


@dataclass(frozen=True)
class Issued:
    """An invitation and the token of its new link, which is known only now."""

    invitation: Invitation
    token: str


@action
def save_greeting(*, by: Person, meeting: Meeting, greeting: str) -> Meeting:
    """Keep the office's own opening paragraph of the notice."""
    check_can_change(by, meeting)
    greeting = greeting.strip()
    if greeting == meeting.greeting:
        audit.nothing_changed()
        return meeting
    changes = {"greeting": [meeting.greeting, greeting]}
    meeting.greeting = greeting
    meeting.save(update_fields=["greeting"])
    audit.record(by=by, verb="meetings.change", thing=meeting, changes=changes)
    return meeting


@action
def announce_meeting(*, by: Person, meeting: Meeting) -> list[Issued]:
    """Invite every active member, give each chair a personal link, and the host its checklist."""
    check_can_announce(by, meeting)
    if meeting.number is None:
        meeting.number = _next_number(meeting)
    move_meeting(by=by, meeting=meeting, verb="announce", also=("number",))
    checklist_for(meeting)
    return _invite(by, meeting)


@action
def invite_members(*, by: Person, meeting: Meeting) -> list[Issued]:
    """Invite active members that are not invited yet, such as those that joined since."""
    check_can_send(by, meeting)
    return _invite(by, meeting)


@action
def issue_links(
    *, by: Person, meeting: Meeting, invitations: Iterable[Invitation], is_reminder: bool = False
) -> list[Issued]:
    """New personal links for some invitations; their former links stop working."""
    check_can_send(by, meeting)
    chairs = chairs_of(meeting)
    issued = [_issue(by, meeting, invitation, chairs.get(invitation.member_id)) for invitation in invitations]
    made = [each for each in issued if each is not None]
    if not made:
        raise BadInput(_("There is nobody here to whom a link could be given."))
    if is_reminder:
        now = timezone.now()
        ids = [each.invitation.pk for each in made]
        meeting.invitations.filter(pk__in=ids).update(reminded_at=now)
    verb = "meetings.remind" if is_reminder else "meetings.issue_links"
    audit.record(by=by, verb=verb, thing=meeting, changes={"links": [0, len(made)]})
    return made


@action
def mark_sent(*, by: Person, meeting: Meeting, invitations: Iterable[Invitation]) -> int:
    """Note that links were sent; the first time this opens the meeting for replies."""
    check_can_send(by, meeting)
    ids = [invitation.pk for invitation in invitations]
    count = meeting.invitations.filter(pk__in=ids, sent_at=None).update(sent_at=timezone.now())
    if MEETING.can(meeting.state, "open"):
        move_meeting(by=by, meeting=meeting, verb="open")
    if count:
        audit.record(by=by, verb="meetings.mark_sent", thing=meeting, changes={"sent": [0, count]})
    else:
        audit.nothing_changed()
    return count


def _invite(by: Person, meeting: Meeting) -> list[Issued]:
    """Rows and links for every member not invited yet; members without a chair get no link."""
    chairs = chairs_of(meeting)
    rows = [
        Invitation(
            federation_id=meeting.federation_id, meeting=meeting, member=member, person=chairs.get(member.pk)
        )
        for member in members_to_invite(meeting)
    ]
    made = Invitation.objects.bulk_create(rows)
    if made:
        audit.record(by=by, verb="meetings.invite", thing=meeting, changes={"invitations": [0, len(made)]})
    else:
        audit.nothing_changed()
    issued = (_issue(by, meeting, invitation, chairs.get(invitation.member_id)) for invitation in made)
    return [each for each in issued if each is not None]


def _issue(by: Person, meeting: Meeting, invitation: Invitation, chair: Person | None) -> Issued | None:
    """End the former link and make a new one for the member's present chair."""
    if chair is None:
        return None
    _remember_opened(invitation)
    link, token = make_link(
        by=by,
        person=chair,
        target=reverse("meetings:reply", args=[meeting.pk]),
        purpose="invitation",
        valid_for=valid_for(meeting),
    )
    invitation.person, invitation.link = chair, link
    invitation.save(update_fields=["person", "link", "opened_at"])
    return Issued(invitation, token)


def _remember_opened(invitation: Invitation) -> None:
    """The former link says whether it was used; that outlives it."""
    old = invitation.link
    if old is None:
        return
    if old.used_at and invitation.opened_at is None:
        invitation.opened_at = old.used_at
    if old.used_at is None and old.revoked_at is None:
        old.revoked_at = timezone.now()
        old.save(update_fields=["revoked_at"])


def valid_for(meeting: Meeting) -> timedelta:
    """A link lives until a week after the meeting, and at least a fortnight."""
    if meeting.held_on is None:
        return SHORTEST
    return max(SHORTEST, meeting.held_on - timezone.localdate() + AFTER_MEETING)


def _next_number(meeting: Meeting) -> int:
    """Meetings of a programme are counted as they are announced."""
    last = Meeting.objects.filter(programme=meeting.programme).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1
