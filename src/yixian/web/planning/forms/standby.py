"""Who steps in when a host falls through."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.queries.choices import members_to_choose
from yixian.web.organisations.models import Member
from yixian.web.planning.forms.choices import choose
from yixian.web.planning.models import YearPlan


class StandbyForm(forms.Form):
    """A member, or nobody."""

    standby = forms.ModelChoiceField(Member.objects.none(), label=_("Standby host"), required=False)

    def __init__(self, *args: Any, plan: YearPlan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = plan.federation_id
        present = (self.initial or {}).get("standby")
        choose(
            self,
            "standby",
            lambda: Member.objects.filter(federation=own, is_active=True),
            members_to_choose(own, present),
        )
