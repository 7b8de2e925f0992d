"""Fields that take one of the federation's records; the records are asked for only when something was chosen."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.meetings.forms.choices import limit
from yixian.web.meetings.queries.choices import Choices, members_to_choose, venues_to_choose
from yixian.web.organisations.models import Member, Venue
from yixian.web.problems.queries.choices import NOTHING, listed
from yixian.web.shared import policy
from yixian.web.shared.prepared import Asker, PreparedRows


def choose(
    form: forms.BaseForm, name: str, records: Callable[[], QuerySet[Any]], labels: Choices | None
) -> None:
    """Let a field take these records: from a list, or (labels None: there are too many) by a written name."""
    field: Any = form.fields[name]
    if field.empty_label is not None:
        field.empty_label = NOTHING
    limit(form, name, records, labels)


def members_to_speak_for(person: Person) -> QuerySet[Member]:
    """One's own member, or for the office every member."""
    members = Member.objects.filter(federation=person.federation_id, is_active=True)
    if policy.may(person, "planning.offer_for"):
        return members
    return members.filter(pk=person.member_id)


def speak_for(form: forms.BaseForm, person: Person) -> None:
    """The field `member`: one's own without asking, or for the office any."""
    if person.member_id is None:
        choose(form, "member", lambda: members_to_speak_for(person), members_to_choose(person.federation_id))
        return
    field: Any = form.fields["member"]
    field.initial, field.widget = person.member_id, forms.HiddenInput()
    if form.is_bound:
        field.queryset = members_to_speak_for(person)


def venues_to_offer(person: Person) -> QuerySet[Venue]:
    """The venues of the members that a person speaks for."""
    return Venue.objects.filter(member__in=members_to_speak_for(person).order_by())


OWN_VENUES = PreparedRows(lambda by: venues_to_offer(by).values_list("pk", "name"), by=Asker)


def offer_venue(form: forms.BaseForm, person: Person) -> None:
    """The field `venue`: one's own member's, or for the office any."""
    own = listed(OWN_VENUES.all(by=person)) if person.member_id else venues_to_choose(person.federation_id)
    choose(form, "venue", lambda: venues_to_offer(person), own)
