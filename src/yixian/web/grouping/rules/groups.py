"""May this person arrange the groups now, and see them before they are published."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.accounts.rules import holds
from yixian.web.grouping.models import Grouping
from yixian.web.grouping.states import GROUPING
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.rules.lifecycle import ENDED
from yixian.web.shared import policy
from yixian.web.shared.errors import DomainError


def check_can_arrange(by: Person, meeting: Meeting) -> None:
    """The office arranges the groups until the meeting is over."""
    policy.check(by, "grouping.arrange", meeting)
    if meeting.state in ENDED or meeting.is_archive:
        raise DomainError(_("The meeting is over, so its groups stay as they were."))


def can_arrange(by: Person, meeting: Meeting) -> bool:
    """Whether this person may arrange the groups now."""
    return holds(check_can_arrange, by, meeting)


def check_can_publish_groups(by: Person, grouping: Grouping) -> None:
    """Groups are published when there is somebody in them."""
    check_can_arrange(by, grouping.meeting)
    GROUPING.check(grouping, "publish")
    if not grouping.places.exists():
        raise DomainError(_("There is nobody in the groups yet. Divide the people first."))


def check_can_withdraw_groups(by: Person, grouping: Grouping) -> None:
    """Published groups go back to draft until the meeting is over."""
    check_can_arrange(by, grouping.meeting)
    GROUPING.check(grouping, "withdraw")


def can_see_groups(by: Person, meeting: Meeting, grouping: Grouping | None) -> bool:
    """Published groups are for everybody inside; drafts for those who prepare the meeting."""
    if policy.may(by, "grouping.see_draft", meeting):
        return True
    return grouping is not None and grouping.state == Grouping.State.PUBLISHED
