"""Members: added, changed, and what they can show and want to learn."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Max

from yixian.web.organisations.changes import set_values
from yixian.web.organisations.models import Federation, Member, Need, Strength, Topic
from yixian.web.organisations.rules import check_can_change_offers
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.policy import check
from yixian.web.shared.text import pinyin_key

RANK_STEP = 10


@action
def add_member(*, by: Any, federation: Federation, values: dict[str, Any]) -> Member:
    """Take in a member, at the end of the order."""
    check(by, "organisations.change_member")
    last = Member.objects.filter(federation=federation).aggregate(most=Max("rank"))["most"] or 0
    member = Member(federation=federation, pinyin=pinyin_key(values["name"]), rank=last + RANK_STEP)
    changes = set_values(member, values)
    member.save()
    audit.record(by=by, verb="organisations.add_member", thing=member, changes=changes)
    return member


@action
def change_member(*, by: Any, member: Member, values: dict[str, Any]) -> Member:
    """Change a member's record; the pinyin follows the name."""
    check(by, "organisations.change_member", member)
    changes = set_values(member, values)
    if not changes:
        audit.nothing_changed()
        return member
    member.pinyin = pinyin_key(member.name)
    member.save(update_fields=[*changes, "pinyin"])
    audit.record(by=by, verb="organisations.change_member", thing=member, changes=changes)
    return member


@action
def choose_topics(*, by: Any, member: Member, strengths: Iterable[Topic], needs: Iterable[Topic]) -> Member:
    """Make a member's strengths and needs exactly these topics; what stays keeps its note."""
    check_can_change_offers(by, member)
    changes = {}
    for model, name, topics in ((Strength, "strengths", strengths), (Need, "needs", needs)):
        before, after = _choose(model, member, list(topics))
        if before != after:
            changes[name] = [before, after]
    if changes:
        audit.record(by=by, verb="organisations.choose_topics", thing=member, changes=changes)
    else:
        audit.nothing_changed()
    return member


def _choose(model: Any, member: Member, topics: list[Topic]) -> tuple[list[str], list[str]]:
    """Set one kind; returns the topics' names before and after."""
    held = {row.topic_id: row for row in model.objects.filter(member=member).select_related("topic")}
    wanted = {topic.pk: topic for topic in topics}
    model.objects.filter(pk__in=[row.pk for topic_id, row in held.items() if topic_id not in wanted]).delete()
    model.objects.bulk_create(
        [
            model(federation_id=member.federation_id, member=member, topic=topic)
            for pk, topic in wanted.items()
            if pk not in held
        ]
    )
    return sorted(row.topic.name for row in held.values()), sorted(topic.name for topic in topics)
