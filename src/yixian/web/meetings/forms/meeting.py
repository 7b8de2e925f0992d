"""The facts of a meeting."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.forms.choices import limit
from yixian.web.meetings.models import Meeting, Programme
from yixian.web.meetings.queries.choices import (
    members_to_choose,
    people_to_choose,
    running_programmes,
    topics_of,
    topics_to_choose,
    venues_to_choose,
)
from yixian.web.organisations.models import Member, Topic, Venue

NOT_CHOSEN = _("Not chosen")
FACTS = ("title", "held_on", "starts_at", "ends_at", "host", "venue", "coordinator", "topics")


class MeetingForm(forms.Form):
    """Facts of a new or an existing meeting; every choice is limited to the person's own federation."""

    title = forms.CharField(
        label=_("Title"),
        help_text=_("Left empty it is named after its month."),
        max_length=100,
        required=False,
    )
    held_on = forms.DateField(label=_("Day"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    starts_at = forms.TimeField(label=_("Start"), widget=forms.TimeInput({"type": "time"}, format="%H:%M"))
    ends_at = forms.TimeField(
        label=_("End"), widget=forms.TimeInput({"type": "time"}, format="%H:%M"), required=False
    )
    host = forms.ModelChoiceField(
        None,
        label=_("Host"),
        empty_label=NOT_CHOSEN,
        help_text=_("The member in whose place the meeting is held."),
        required=False,
    )
    venue = forms.ModelChoiceField(
        None,
        label=_("Venue"),
        empty_label=NOT_CHOSEN,
        help_text=_("One of the host's places."),
        required=False,
    )
    coordinator = forms.ModelChoiceField(
        None,
        label=_("Host coordinator"),
        empty_label=NOT_CHOSEN,
        help_text=_("One of the host's people. Without a name the host's chair is responsible."),
        required=False,
    )
    topics = forms.ModelMultipleChoiceField(
        None, label=_("Topics"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, person: Person, meeting: Meeting | None = None, **kwargs: Any) -> None:
        initial = {name: getattr(meeting, name) for name in FACTS[:-1]} if meeting else {}
        if meeting:
            initial["topics"] = [pk for pk, _name in topics_of(meeting)]
            _tell_union(meeting)
        super().__init__(*args, initial={**initial, **kwargs.pop("initial", {})}, **kwargs)
        self._limit_to(person.federation_id, meeting.host_id if meeting else None)

    def _limit_to(self, federation: int, host: int | None) -> None:
        """Choices of one federation; a host that is no longer active stays choosable where it stands."""
        still = Q(is_active=True) | Q(pk=host)
        of_ours = {"federation_id": federation}
        limit(
            self, "host", lambda: Member.objects.filter(still, **of_ours),
            members_to_choose(federation, also=host), of=Member,
        )  # fmt: skip
        limit(
            self, "venue", lambda: Venue.objects.filter(**of_ours).select_related("member"),
            venues_to_choose(federation), of=Venue,
        )  # fmt: skip
        limit(
            self, "coordinator", lambda: Person.objects.filter(**of_ours, is_active=True, duty="member"),
            people_to_choose(federation, of_members=True), of=Person,
        )  # fmt: skip
        limit(self, "topics", lambda: Topic.objects.filter(**of_ours), topics_to_choose(federation))

    def clean(self) -> dict[str, Any]:
        """The parts must fit together, said beside the field that does not fit."""
        values = super().clean() or {}
        host, venue, coordinator = (values.get(name) for name in ("host", "venue", "coordinator"))
        starts, ends = values.get("starts_at"), values.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", gettext("The end must be later than the start."))
        if venue and host and venue.member_id != host.pk:
            self.add_error("venue", gettext("This venue does not belong to the host."))
        if coordinator and host and coordinator.member_id != host.pk:
            self.add_error("coordinator", gettext("The coordinator must be one of the host's people."))
        return values

    def facts(self) -> dict[str, Any]:
        """What was entered, for the action; an empty title means the usual one."""
        facts = {name: self.cleaned_data[name] for name in FACTS}
        if not facts["title"]:
            del facts["title"]
        return facts


def _tell_union(meeting: Meeting) -> None:
    """The host is known; where venue and coordinator are the host's, their union need not be read."""
    for each in (meeting.venue, meeting.coordinator):
        if meeting.host and each and each.member_id == meeting.host.pk:
            each.member = meeting.host


class NewMeetingForm(MeetingForm):
    """A meeting set up by hand belongs to one of the programmes; the first one's usual start is filled in."""

    programme = forms.ModelChoiceField(None, label=_("Programme"), empty_label=None)

    field_order = ["programme"]

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        running = running_programmes(person.federation_id)
        initial = {"programme": running[0].pk, "starts_at": running[0].usual_start} if running else {}
        super().__init__(*args, person=person, initial=initial, **kwargs)
        limit(
            self, "programme",
            lambda: Programme.objects.filter(federation_id=person.federation_id, is_active=True),
            [(each.pk, each.name) for each in running],
        )  # fmt: skip


class CancelForm(forms.Form):
    """Why a meeting does not take place."""

    reason = forms.CharField(
        label=_("Reason"),
        help_text=_("Everyone invited reads this sentence."),
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
