"""What the worker does for the door by itself."""

from django.utils.translation import gettext_lazy as _

from yixian.web.field.uploads.pieces import sweep
from yixian.web.shared import jobs
from yixian.web.shared.daily import daily
from yixian.web.shared.models import Job

SWEEP = "field.sweep"


@jobs.task(SWEEP, words=_("Remove photos that came half and were given up"), slow=True)
def sweep_pieces(_job: Job) -> None:
    """Remove photos that came half and that nobody went on with for a week."""
    sweep()


daily(SWEEP, hour=4)
