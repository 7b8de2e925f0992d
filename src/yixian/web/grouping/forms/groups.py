"""What is entered about groups."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.actions.division import MOST_GROUPS, MOST_MATCHING, Wanted
from yixian.web.grouping.models import Group, Wish
from yixian.web.meetings.forms.choices import InOrder


class DivisionForm(forms.Form):
    """How to divide."""

    number = forms.IntegerField(label=_("Number of groups"), min_value=1, max_value=MOST_GROUPS)
    matching = forms.IntegerField(label=_("What matters more"), min_value=0, max_value=MOST_MATCHING)

    def wanted(self) -> Wanted:
        """What was entered, for the action."""
        return Wanted(**self.cleaned_data)


class MoveForm(forms.Form):
    """A person and the group to go to, both among those that the meeting has; on the way back also what they were."""

    person = forms.ModelChoiceField(Person.objects.none())
    group = forms.ModelChoiceField(Group.objects.none())
    leads = forms.BooleanField(required=False)
    locked = forms.BooleanField(required=False)

    def __init__(self, *args: Any, people: Any, groups: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["group"].queryset = groups  # type: ignore[attr-defined]


class GroupForm(forms.Form):
    """Who leads a group and who guides it."""

    leader = forms.ModelChoiceField(Person.objects.none(), label=_("Leader"), required=False)
    guide = forms.CharField(
        label=_("Guide of the group"),
        help_text=_("Who of the host walks with this group."),
        max_length=60,
        required=False,
    )
    is_locked = forms.BooleanField(
        label=_("Leave this group as it is when people are divided"), required=False
    )

    def __init__(self, *args: Any, group: Group, **kwargs: Any) -> None:
        own = {"leader": group.leader_id, "guide": group.guide, "is_locked": group.is_locked}
        super().__init__(*args, initial=own, **kwargs)
        members = (
            Person.objects.filter(group_places__group=group).order_by("rank", "pinyin", "pk").only("name")
        )
        self.fields["leader"].queryset = members  # type: ignore[attr-defined]
        self.fields["leader"].empty_label = _("nobody yet")  # type: ignore[attr-defined]


class WishForm(forms.Form):
    """Two people who keep together, or apart."""

    kind = forms.ChoiceField(
        label=_("Wish"), choices=Wish.Kind.choices, initial=Wish.Kind.TOGETHER, widget=forms.RadioSelect
    )
    one = forms.TypedChoiceField(label=_("First person"), coerce=int)
    two = forms.TypedChoiceField(label=_("Second person"), coerce=int)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("one", "two"):
            self.fields[name].choices = InOrder([("", "—"), *people])  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Two different people."""
        values = super().clean() or {}
        if values.get("one") and values.get("one") == values.get("two"):
            self.add_error("two", _("Choose two different people."))
        return values
