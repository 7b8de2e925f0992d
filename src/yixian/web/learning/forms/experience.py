"""Writing up an experience."""

from functools import partial
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django_scopes.forms import SafeModelChoiceField

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Experience
from yixian.web.learning.queries.experience import records_to_choose, records_to_write_from
from yixian.web.meetings.models import Meeting, Station
from yixian.web.meetings.queries.choices import Choices, members_to_choose, topics_to_choose
from yixian.web.organisations.models import Member, Topic
from yixian.web.problems.forms import choose


class ExperienceForm(forms.ModelForm):
    """What it is, how it is done, whose it is, and the records it is written from."""

    captures = forms.ModelMultipleChoiceField(
        Capture.objects.none(), required=False, widget=forms.CheckboxSelectMultiple,
        label=_("Written from these records"),
        help_text=_("Only what the host has released. Photos among them are shown with the experience."),
    )  # fmt: skip

    class Meta:
        model = Experience
        fields = ["title", "summary", "how", "member", "topic"]
        labels = {
            "title": _("What do they do well?"),
            "summary": _("In two or three sentences: what it is and what it brings"),
            "how": _("How is it done? What does one need to do the same?"),
            "member": _("Whose practice is it?"),
            "topic": _("Topic"),
        }
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3, "maxlength": 600}),
            "how": forms.Textarea(attrs={"rows": 8}),
        }
        field_classes = {"member": SafeModelChoiceField, "topic": SafeModelChoiceField}

    def __init__(self, *args: Any, by: Person, meeting: Meeting | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = by.federation_id
        choose(self, "member", lambda: members_to_write_for(by), self._members(by))
        choose(self, "topic", lambda: Topic.objects.filter(federation_id=own), topics_to_choose(own))
        if meeting is None:
            del self.fields["captures"]
        else:
            records = partial(records_to_write_from, by, meeting)
            choose(self, "captures", records, records_to_choose(by, meeting))

    def _members(self, by: Person) -> Choices | None:
        if by.member_id:
            return [(by.member_id, by.member.name)]
        return members_to_choose(by.federation_id, self.instance.member_id)


def members_to_write_for(by: Person) -> QuerySet[Member]:
    """One's own member; for the office every member."""
    members = Member.objects.filter(federation_id=by.federation_id)
    return members.filter(pk=by.member_id) if by.member_id else members


def station_of(captures: list[Capture]) -> Station | None:
    """The station where the records were made, when they agree."""
    stations = {each.station for each in captures if each.station}
    return stations.pop() if len(stations) == 1 else None
