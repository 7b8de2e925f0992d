"""Wake-ups: dividing many people, and working out a timetable, in the worker's process."""

from functools import partial
from typing import Any

from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.models import Person
from yixian.web.grouping import pictures
from yixian.web.grouping.actions.division import Wanted, divided, take_division
from yixian.web.grouping.actions.floor import take_picture
from yixian.web.grouping.actions.rotation import end_without_timetable, take_timetable
from yixian.web.grouping.models import Grouping, Rotation
from yixian.web.grouping.queries.table import load_table
from yixian.web.grouping.timetable import tour_of, troubles
from yixian.web.shared import jobs
from yixian.web.shared.jobs import Effects
from yixian.web.shared.models import Job

SECONDS = 30.0
WHOLE_DAY = 480


@jobs.task("grouping.divide", words=_("Divide a meeting into groups"), slow=True, lane="solver")
def divide_people(job: Job, *, grouping_id: int, by_id: int) -> Effects | None:
    """Divide as it was asked for, unless another division came first."""
    grouping = Grouping.objects.select_related("meeting").filter(pk=grouping_id).first()
    if grouping is None or not grouping.wanted:
        return None
    wanted = Wanted(**grouping.wanted)
    groups = divided(load_table(grouping.meeting), wanted)
    by = Person.objects.get(pk=by_id)
    return partial(take_division, by=by, meeting=grouping.meeting, wanted=wanted, groups=groups)


@jobs.task("grouping.rotate", words=_("Arrange the rotation of the groups"), slow=True, lane="solver")
def work_out_timetable(job: Job, *, rotation_id: int) -> Effects | None:
    """Find the shortest walk, then the one with least waiting; have it checked without the solver."""
    from yixian.planner.tour.check import check
    from yixian.planner.tour.solve import solve

    rotation = Rotation.objects.filter(pk=rotation_id, state=Rotation.State.SOLVING).first()
    if rotation is None:
        return None
    known = troubles(rotation.asked)
    if known:
        return partial(end_without_timetable, by=None, rotation=rotation, trouble=known[0])
    tour = tour_of(rotation.asked)
    answer = solve(tour, time_limit=SECONDS)
    if not answer.visits:
        trouble = _why_none(rotation, answer.status)
        return partial(end_without_timetable, by=None, rotation=rotation, trouble=trouble)
    breaches = check(tour, answer)
    if breaches:
        raise AssertionError(f"the solver broke a rule: {breaches}")
    return partial(take_timetable, by=None, rotation=rotation, answer=answer)


def _why_none(rotation: Rotation, status: str) -> dict[str, Any]:
    """Too short a walk, windows that cannot be kept, or too little time to find out."""
    from yixian.planner.tour.solve import solve

    if status != "infeasible":
        return {"code": "time"}
    longer = solve(tour_of(rotation.asked, latest=WHOLE_DAY), time_limit=SECONDS / 3)
    if longer.makespan is None:
        return {"code": "never"}
    return {"code": "none", "latest": rotation.asked["latest"], "fits": longer.makespan}


@jobs.task("grouping.picture", words=_("Prepare the picture of a floor plan"), slow=True)
def prepare_picture(job: Job, *, rotation_id: int, name: str) -> Effects | None:
    """Paint an uploaded picture anew, in a child process."""
    rotation = Rotation.objects.filter(pk=rotation_id, picture=name).first()
    if rotation is None:
        pictures.remove(name)
        return None
    return partial(take_picture, by=None, rotation=rotation, upload=name, ready=pictures.prepare(name))
