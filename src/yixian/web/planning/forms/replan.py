"""Which months lose their host."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from yixian.web.planning.models import YearPlan
from yixian.web.planning.months import first_day
from yixian.web.planning.queries.replan import open_months
from yixian.web.shared.templatetags.ui_dates import month


class ReplanForm(forms.Form):
    """The months that their hosts cannot keep."""

    months = forms.MultipleChoiceField(
        label=_("Months that fall through"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, plan: YearPlan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["months"].choices = [
            (each, f"{month(first_day(each))}  {host}") for each, host in open_months(plan)
        ]


class PointForm(forms.Form):
    """Which point of the curve of changes is to be the draft."""

    point = forms.IntegerField(min_value=0)
