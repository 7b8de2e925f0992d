"""The federation's own record, its subdistricts and its topics."""

from typing import Any

from django.db.models import Max, ProtectedError
from django.utils.translation import gettext as _

from yixian.web.organisations.changes import set_values
from yixian.web.organisations.models import Federation, Subdistrict, Topic
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError
from yixian.web.shared.policy import check

RANK_STEP = 10


@action
def change_federation(*, by: Any, federation: Federation, values: dict[str, Any]) -> Federation:
    """Change name, short name and the name of the method."""
    check(by, "organisations.change_federation")
    changes = set_values(federation, values)
    if not changes:
        audit.nothing_changed()
        return federation
    federation.save(update_fields=list(changes))
    audit.record(by=by, verb="organisations.change_federation", thing=federation, changes=changes)
    return federation


@action
def add_subdistrict(*, by: Any, federation: Federation, values: dict[str, Any]) -> Subdistrict:
    """Put a subdistrict on the list."""
    check(by, "organisations.change_federation")
    subdistrict = Subdistrict(federation=federation)
    changes = set_values(subdistrict, values)
    subdistrict.save()
    audit.record(by=by, verb="organisations.add_subdistrict", thing=subdistrict, changes=changes)
    return subdistrict


@action
def change_subdistrict(*, by: Any, subdistrict: Subdistrict, values: dict[str, Any]) -> Subdistrict:
    """Rename a subdistrict; its members stay in it."""
    check(by, "organisations.change_federation", subdistrict)
    return _save(by, subdistrict, values, "organisations.change_subdistrict")


@action
def remove_subdistrict(*, by: Any, subdistrict: Subdistrict) -> None:
    """Take an empty subdistrict off the list."""
    check(by, "organisations.change_federation", subdistrict)
    sentence = _("There are members in “%(name)s”. Move them to another subdistrict first.")
    _remove(by, subdistrict, "organisations.remove_subdistrict", sentence)


@action
def add_topic(*, by: Any, federation: Federation, values: dict[str, Any]) -> Topic:
    """Put a topic at the end of the list."""
    check(by, "organisations.change_topics")
    last = Topic.objects.filter(federation=federation).aggregate(most=Max("rank"))["most"] or 0
    topic = Topic(federation=federation, rank=last + RANK_STEP)
    changes = set_values(topic, values)
    topic.save()
    audit.record(by=by, verb="organisations.add_topic", thing=topic, changes=changes)
    return topic


@action
def change_topic(*, by: Any, topic: Topic, values: dict[str, Any]) -> Topic:
    """Rename a topic; strengths and needs go with it."""
    check(by, "organisations.change_topics", topic)
    return _save(by, topic, values, "organisations.change_topic")


@action
def remove_topic(*, by: Any, topic: Topic) -> None:
    """Take a topic off the list, with the strengths and needs that name it."""
    check(by, "organisations.change_topics", topic)
    sentence = _("“%(name)s” is used in a record, so it stays on the list.")
    _remove(by, topic, "organisations.remove_topic", sentence)


def _save(by: Any, thing: Any, values: dict[str, Any], verb: str) -> Any:
    changes = set_values(thing, values)
    if not changes:
        audit.nothing_changed()
        return thing
    thing.save(update_fields=list(changes))
    audit.record(by=by, verb=verb, thing=thing, changes=changes)
    return thing


def _remove(by: Any, thing: Any, verb: str, sentence: str) -> None:
    audit.record(by=by, verb=verb, thing=thing, changes={"name": [thing.name, None]})
    try:
        thing.delete()
    except ProtectedError:
        raise DomainError(sentence % {"name": thing.name}) from None
