"""An item of the agenda."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.actions.agenda import MOST_MINUTES, ItemFacts
from yixian.web.meetings.forms.choices import limit
from yixian.web.meetings.models import AgendaItem
from yixian.web.meetings.queries.choices import people_to_choose


class ItemForm(forms.Form):
    """Title, minutes, kind, speaker and a note."""

    title = forms.CharField(label=_("Title"), max_length=120)
    minutes = forms.IntegerField(
        label=_("Length in minutes"), min_value=1, max_value=MOST_MINUTES, initial=10
    )
    kind = forms.ChoiceField(
        label=_("Kind"), choices=AgendaItem.Kind.choices, initial=AgendaItem.Kind.DISCUSSION
    )
    speaker = forms.ModelChoiceField(None, label=_("Speaker"), empty_label=_("Not chosen"), required=False)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)

    def __init__(self, *args: Any, person: Person, item: AgendaItem | None = None, **kwargs: Any) -> None:
        names = ("title", "minutes", "kind", "speaker", "note")
        initial = {name: getattr(item, name) for name in names} if item else None
        super().__init__(*args, initial=initial, **kwargs)
        limit(
            self, "speaker",
            lambda: Person.objects.filter(federation_id=person.federation_id, is_active=True),
            people_to_choose(person.federation_id), of=Person,
        )  # fmt: skip

    def facts(self) -> ItemFacts:
        """What was entered, for the actions."""
        return ItemFacts(**self.cleaned_data)
