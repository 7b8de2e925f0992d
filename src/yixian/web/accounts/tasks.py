"""What the worker forgets by itself."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_scopes import scopes_disabled

from yixian.web.accounts.models import Absence
from yixian.web.shared import jobs
from yixian.web.shared.daily import daily

FORGET = "accounts.forget_absences"
KEPT = timedelta(days=30)


@jobs.task(FORGET, words=_("Forget the days on which people were away"))
def forget_absences() -> None:
    """Days away that are over tell nobody anything any more."""
    with scopes_disabled():
        Absence.objects.filter(last_day__lt=timezone.localdate() - KEPT).delete()


daily(FORGET, hour=4)
