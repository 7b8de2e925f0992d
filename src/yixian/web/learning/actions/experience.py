"""Writing up what works, publishing and withdrawing it."""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.actions.texts import inside, needed
from yixian.web.learning.models import Adoption, Experience
from yixian.web.learning.rules import experience as rules
from yixian.web.learning.states import EXPERIENCE
from yixian.web.meetings.models import Meeting, Station
from yixian.web.organisations.models import Member, Topic
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError

TEXTS = ("title", "summary", "how", "topic", "member")


def _released(captures: Iterable[Capture]) -> list[Capture]:
    """The records, when the host has released every one."""
    chosen = list(captures)
    if any(each.hold != Capture.Hold.RELEASED or each.deleted_at is not None for each in chosen):
        raise DomainError(_("The host has not released one of these records."))
    return chosen


@action
def write_experience(
    *,
    by: Person,
    title: str,
    member: Member,
    summary: str = "",
    how: str = "",
    topic: Topic | None = None,
    meeting: Meeting | None = None,
    station: Station | None = None,
    captures: Iterable[Capture] = (),
) -> Experience:
    """Write up a practice as a draft, from released records where there are some."""
    policy.check(by, "learning.write", member)
    chosen = _released(captures)
    inside(by, topic, meeting, station, *chosen)
    experience = Experience.objects.create(
        federation_id=by.federation_id,
        title=needed(title, _("Give the experience a title.")),
        summary=summary.strip(),
        how=how.strip(),
        member=member,
        topic=topic,
        meeting=meeting,
        station=station,
        written_by=by,
    )
    experience.captures.set(chosen)
    audit.record(
        by=by, verb="learning.write", thing=experience,
        changes={"title": [None, experience.title], "records": [[], [each.pk for each in chosen]]},
    )  # fmt: skip
    return experience


@action
def change_experience(
    *, by: Person, experience: Experience, captures: Iterable[Capture] | None = None, **values: Any
) -> Experience:
    """Rewrite an experience; a published one stays published."""
    policy.check(by, "learning.write", experience)
    changes: dict[str, Any] = {}
    for name in TEXTS:
        if name in values and values[name] != getattr(experience, name):
            before = getattr(experience, name)
            changes[name] = [None if before is None else str(before), str(values[name])]
            setattr(experience, name, values[name])
    inside(by, experience.topic, experience.member)
    needed(experience.title, _("Give the experience a title."))
    if changes:
        experience.save(update_fields=[name for name in TEXTS if name in changes])
    if captures is not None:
        before_ids = sorted(experience.captures.values_list("pk", flat=True))
        chosen = _released(captures)
        inside(by, *chosen)
        after_ids = sorted(each.pk for each in chosen)
        if before_ids != after_ids:
            experience.captures.set(chosen)
            changes["records"] = [before_ids, after_ids]
    if changes:
        audit.record(by=by, verb="learning.change_experience", thing=experience, changes=changes)
    else:
        audit.nothing_changed()
    return experience


@action
def publish_experience(*, by: Person, experience: Experience) -> Experience:
    """Let every member read it; borrowings that began with one of its ideas now belong to it."""
    rules.check_can_publish(by, experience)
    changes = {"state": list(EXPERIENCE.move(experience, "publish"))}
    experience.published_at = experience.published_at or timezone.now()
    experience.save(update_fields=["state", "published_at"])
    joined = _join_ideas(experience)
    audit.record(
        by=by, verb="learning.publish", thing=experience, changes={**changes, "borrowings": [None, joined]}
    )
    return experience


def _join_ideas(experience: Experience) -> list[int]:
    """Borrowings of the recorded ideas become borrowings of the experience, one per member."""
    taken = set(experience.adoptions.values_list("member_id", flat=True)) | {experience.member_id}
    joined = []
    begun = Adoption.objects.filter(experience=None, capture__in=experience.captures.all())
    for adoption in begun.order_by("pk"):
        if adoption.member_id not in taken:
            taken.add(adoption.member_id)
            adoption.experience = experience
            adoption.save(update_fields=["experience"])
            joined.append(adoption.pk)
    return joined


@action
def withdraw_experience(*, by: Person, experience: Experience) -> Experience:
    """Take it off the shelf; who is borrowing it keeps the record of it."""
    policy.check(by, "learning.publish", experience)
    changes = {"state": list(EXPERIENCE.move(experience, "withdraw"))}
    experience.save(update_fields=["state"])
    audit.record(by=by, verb="learning.withdraw", thing=experience, changes=changes)
    return experience
