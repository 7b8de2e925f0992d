"""On the day: a group stays longer at a station, and all later times follow."""

from django.db.models import Sum
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Delay, Rotation, Visit
from yixian.web.grouping.rules.rotation import check_can_delay
from yixian.web.grouping.timetable import answer_of, tour_of
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import BadInput

MOST_AT_ONCE = 60
MOST_IN_ALL = 300


@action
def run_over(*, by: Person, rotation: Rotation, visit: Visit, minutes: int) -> Delay:
    """A group stays longer; the others wait where they must, nobody is sent earlier."""
    check_can_delay(by, rotation)
    if not 1 <= minutes <= MOST_AT_ONCE:
        raise BadInput(_("A delay is between 1 and 60 minutes."))
    so_far = rotation.delays.aggregate(sum=Sum("minutes"))["sum"] or 0
    if so_far + minutes > MOST_IN_ALL:
        raise BadInput(
            _("That is too much delay for one walk. Take the beginning back and work it out anew.")
        )
    delay = Delay.objects.create(
        federation_id=rotation.federation_id, rotation=rotation, group_id=visit.group_id,
        station_id=visit.station_id, minutes=minutes, by=by,
    )  # fmt: skip
    moved = _retime(rotation)
    changes = {"minutes": [0, minutes], "station": [None, visit.station.name], "moved": [None, moved]}
    audit.record(by=by, verb="grouping.run_over", thing=visit.group, changes=changes)
    return delay


@action
def undo_delay(*, by: Person, delay: Delay) -> Rotation:
    """Take a delay back: the times are those without it."""
    check_can_delay(by, delay.rotation)
    rotation, changes = delay.rotation, {"minutes": [delay.minutes, 0]}
    audit.record(by=by, verb="grouping.undo_delay", thing=delay.group, changes=changes)
    delay.delete()
    _retime(rotation)
    return rotation


def _retime(rotation: Rotation) -> int:
    """The planned times with every delay so far; returns how many visits have another time now."""
    from yixian.planner.tour.retime import retime

    visits = list(rotation.visits.all())
    tour, answer = tour_of(rotation.asked), answer_of(rotation, visits)
    for delay in rotation.delays.all():
        answer = retime(
            tour, answer, group=str(delay.group_id), station=str(delay.station_id), over=delay.minutes
        )
    times = {(each.group, each.station): (each.start, each.end) for each in answer.visits}
    moved = []
    for visit in visits:
        starts, ends = times[str(visit.group_id), str(visit.station_id)]
        if (starts, ends) != (visit.now_starts, visit.now_ends):
            visit.now_starts, visit.now_ends = starts, ends
            moved.append(visit)
    Visit.objects.bulk_update(moved, ["now_starts", "now_ends"])
    return len(moved)
