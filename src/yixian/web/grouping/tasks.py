"""Wake-ups: dividing many people, and working out a timetable, in the worker's process."""

from functools import partial

from yixian.web.accounts.models import Person
from yixian.web.grouping.actions.division import Wanted, divided, take_division
from yixian.web.grouping.models import Grouping
from yixian.web.grouping.queries.table import load_table
from yixian.web.shared import jobs
from yixian.web.shared.jobs import Effects
from yixian.web.shared.models import Job


@jobs.task("grouping.divide", slow=True, lane="solver")
def divide_people(job: Job, *, grouping_id: int, by_id: int) -> Effects | None:
    """Divide as it was asked for, unless another division came first."""
    grouping = Grouping.objects.select_related("meeting").filter(pk=grouping_id).first()
    if grouping is None or not grouping.wanted:
        return None
    wanted = Wanted(**grouping.wanted)
    groups = divided(load_table(grouping.meeting), wanted)
    by = Person.objects.get(pk=by_id)
    return partial(take_division, by=by, meeting=grouping.meeting, wanted=wanted, groups=groups)
