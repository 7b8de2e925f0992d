"""Asking."""

from functools import partial
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.choices import topics_to_choose
from yixian.web.organisations.models import Topic
from yixian.web.problems.forms import choose
from yixian.web.problems.queries.choices import meetings_to_choose, newest
from yixian.web.shared.prepared import PreparedRows


def begun(federation: int) -> QuerySet[Meeting]:
    """The federation's meetings at which something can have come up."""
    return Meeting.objects.filter(federation_id=federation, state__in=("under_way", "wrapped_up", "closed"))


MEETINGS = PreparedRows(lambda federation: newest(begun(federation)), federation=int)


class AskForm(forms.Form):
    """A question, its topic, and the meeting that it came up at."""

    text = forms.CharField(
        max_length=1000, label=_("What would you like to know?"), widget=forms.Textarea(attrs={"rows": 4})
    )
    topic = forms.ModelChoiceField(
        Topic.objects.none(), required=False, label=_("Topic"),
        help_text=_("Members whose strength this is will see the question first."),
    )  # fmt: skip
    meeting = forms.ModelChoiceField(
        Meeting.objects.none(), required=False, label=_("Did it come up at a meeting?")
    )

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = by.federation_id
        choose(self, "topic", lambda: Topic.objects.filter(federation_id=own), topics_to_choose(own))
        meetings, rows = partial(begun, own), MEETINGS.all(federation=own)
        choose(self, "meeting", meetings, meetings_to_choose(rows, meetings, self.initial.get("meeting")))


class TopicForm(forms.Form):
    """What a question is about."""

    topic = forms.ModelChoiceField(Topic.objects.none(), required=False, label=_("Topic"))

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = by.federation_id
        choose(self, "topic", lambda: Topic.objects.filter(federation_id=own), topics_to_choose(own))
