"""What people send about problems."""

from datetime import date
from functools import partial
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes.forms import SafeModelChoiceField

from yixian.web.accounts.models import Person
from yixian.web.meetings.forms.choices import limit
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.choices import members_to_choose, people_to_choose, topics_to_choose
from yixian.web.organisations.models import Member, Topic
from yixian.web.problems.models import Problem
from yixian.web.problems.queries.choices import NOTHING, meetings_to_choose, newest
from yixian.web.shared.prepared import PreparedRows


def choose(form: forms.BaseForm, name: str, records: Any, labels: Any) -> None:
    """Let a field take these records: from a list, or (labels None: there are too many) by a written name.

    The records may be a function that gives them: a form that is merely shown does not ask for them.
    """
    field: Any = form.fields[name]
    if field.empty_label is not None:
        field.empty_label = NOTHING
    limit(form, name, records if callable(records) else lambda: records, labels)


def people_inside(by: Person) -> Any:
    """The people that can be chosen: active, of the own federation."""
    return Person.objects.filter(federation_id=by.federation_id, is_active=True)


def date_field(**values: Any) -> forms.DateField:
    """A day, with the browser's own calendar."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **values)


class DetailsForm(forms.ModelForm):
    """What the problem is and where."""

    class Meta:
        model = Problem
        fields = ["title", "description", "member", "topic"]
        labels = {
            "title": _("What is the problem?"),
            "description": _("What was seen, and what it leads to"),
            "member": _("Where was it found?"),
            "topic": _("Topic"),
        }
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}
        field_classes = {"member": SafeModelChoiceField, "topic": SafeModelChoiceField}

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = by.federation_id
        members = members_to_choose(own, self.instance.member_id)
        choose(self, "member", lambda: Member.objects.filter(federation_id=own), members)
        choose(self, "topic", lambda: Topic.objects.filter(federation_id=own), topics_to_choose(own))


def until(federation: int, today: date) -> QuerySet[Meeting]:
    """The federation's meetings but for those to come."""
    return Meeting.objects.filter(federation_id=federation).exclude(held_on__gt=today)


MEETINGS = PreparedRows(lambda **inside: newest(until(**inside)), federation=int, today=date)


class RegisterForm(DetailsForm):
    """A new entry of the register; owner and date may come at once or later."""

    meeting = forms.ModelChoiceField(Meeting.objects.none(), required=False, label=_("At which meeting?"))
    found_on = date_field(
        required=False, label=_("Found on"), help_text=_("Left empty: the day of the meeting.")
    )
    raised_by = forms.ModelChoiceField(
        Person.objects.none(), required=False, label=_("Raised by"),
        help_text=_("This person will be asked to confirm the solution. Left empty: yourself."),
    )  # fmt: skip
    owner = forms.ModelChoiceField(Person.objects.none(), required=False, label=_("Who solves it?"))
    due_on = date_field(required=False, label=_("By when?"))

    field_order = (
        "title", "description", "meeting", "member", "topic", "found_on", "raised_by", "owner", "due_on",
    )  # fmt: skip

    def __init__(self, *args: Any, by: Person, from_capture: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        inside = {"federation": by.federation_id, "today": timezone.localdate()}
        meetings = partial(until, **inside)
        rows = MEETINGS.all(**inside)
        choose(self, "meeting", meetings, meetings_to_choose(rows, meetings, self.initial.get("meeting")))
        people = people_to_choose(by.federation_id)
        for name in ("raised_by", "owner"):
            choose(self, name, partial(people_inside, by), people)
        if from_capture:
            for name in ("meeting", "raised_by", "found_on"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Owner and date come together."""
        data = super().clean() or {}
        if bool(data.get("owner")) != bool(data.get("due_on")):
            missing = "due_on" if data.get("owner") else "owner"
            self.add_error(missing, _("An owner needs a date, and a date needs an owner."))
        return data


class AssignForm(forms.Form):
    """Who solves it, by when."""

    owner = forms.ModelChoiceField(Person.objects.none(), label=_("Who solves it?"))
    due_on = date_field(label=_("By when?"))
    text = forms.CharField(required=False, label=_("A word to the owner"), max_length=300)

    def __init__(self, *args: Any, by: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "owner", partial(people_inside, by), people_to_choose(by.federation_id))

    def clean_due_on(self) -> Any:
        """A day to come."""
        day = self.cleaned_data["due_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Choose today or later."))
        return day


class ReopenForm(forms.Form):
    """Why, and by when now."""

    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), label=_("Why is it taken up again?"))
    due_on = date_field(label=_("By when now?"))


class TextForm(forms.Form):
    """One text, under the words of its step."""

    LABELS = {
        "solve": _("What was done?"),
        "confirm": _("How do you know that it is solved?"),
        "send_back": _("What is still missing?"),
        "drop": _("Why is it not pursued?"),
        "remark": _("Your remark"),
    }

    text = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)

    def __init__(self, *args: Any, verb: str, required: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = self.LABELS[verb]
        self.fields["text"].required = required
