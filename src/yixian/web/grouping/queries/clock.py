"""The clock of the walk: where each group is now, where it goes next, and what ran over."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Delay, Group, Rotation, Visit
from yixian.web.grouping.queries.rotation import rotation_for
from yixian.web.grouping.queries.route import begins_at, clock_at
from yixian.web.grouping.queries.rows import visits_with_names
from yixian.web.grouping.rules.rotation import can_delay, can_move_rotation, can_see_rotation
from yixian.web.grouping.states import ROTATION_TONES
from yixian.web.meetings.models import Meeting

LAST_MINUTES = 3  # so long before the end a group is told to come to an end


@dataclass(frozen=True)
class Step:
    """Where a group is: at a station, on its way to one, or back."""

    group: Group
    kind: str
    visit: Visit | None
    here: str
    until: str
    left: int
    next: str
    next_at: str
    late: int
    tone: str
    words: str


@dataclass(frozen=True)
class DelayRow:
    """A delay that can be taken back."""

    pk: int
    words: str


@dataclass(frozen=True)
class ClockPage:
    """The walk at this minute."""

    meeting: Meeting
    rotation: Rotation
    steps: list[Step]
    delays: list[DelayRow]
    now: str
    minute: int
    ends: str
    is_shown: bool
    can_delay: bool
    can_begin: bool
    can_take_back: bool

    @property
    def tone(self) -> str:
        """How the state looks on its badge."""
        return ROTATION_TONES[self.rotation.state]


def clock_page(person: Person, meeting: Meeting) -> ClockPage:
    """Read the clock."""
    rotation = rotation_for(meeting)
    shown = can_see_rotation(person, meeting, rotation) and bool(rotation.pk)
    visits = _visits(rotation) if shown else {}
    minute = _minute(rotation)
    ends = max((visit.now_ends for own in visits.values() for visit in own), default=0)
    return ClockPage(
        meeting=meeting,
        rotation=rotation,
        steps=[step(rotation, group, own, minute) for group, own in visits.items()],
        delays=_delays(rotation) if shown and can_delay(person, rotation) else [],
        now=f"{timezone.localtime():%H:%M}",
        minute=minute,
        ends=clock_at(begins_at(rotation), ends),
        is_shown=bool(visits),
        can_delay=shown and can_delay(person, rotation),
        can_begin=bool(visits) and can_move_rotation(person, rotation, "begin"),
        can_take_back=bool(visits) and can_move_rotation(person, rotation, "take_back"),
    )


def _visits(rotation: Rotation) -> dict[Group, list[Visit]]:
    """Each group's visits in order."""
    found: dict[Group, list[Visit]] = {}
    for visit in sorted(
        visits_with_names(rotation, rotation.meeting), key=lambda each: (each.group.number, each.now_starts)
    ):
        found.setdefault(visit.group, []).append(visit)
    return found


def _minute(rotation: Rotation) -> int:
    """Minutes since the groups set out; -1 before they do."""
    if rotation.began_at is None:
        return -1
    return int((timezone.now() - rotation.began_at).total_seconds() // 60)


def step(rotation: Rotation, group: Group, visits: list[Visit], minute: int) -> Step:
    """Where a group is at a minute."""
    start = begins_at(rotation)
    here = next((each for each in visits if each.now_starts <= minute < each.now_ends), None)
    after = here.now_ends if here else minute
    later = [each for each in visits if each.now_starts >= after and each is not here]
    following = later[0] if later else None
    late = max((each.now_starts - each.starts for each in later), default=0)
    kind = "at" if here else "way" if following else "back"
    if minute < 0:
        kind = "wait"
    left = (here.now_ends if here else following.now_starts if following else minute) - minute
    tone = {"at": "now", "way": "wait", "back": "good", "wait": "plan"}[kind]
    words = {
        "at": _("at the station"),
        "way": _("on the way"),
        "back": _("back"),
        "wait": _("first station"),
    }[kind]
    return Step(
        group=group,
        kind=kind,
        visit=here,
        here=here.station.name if here else "",
        until=clock_at(start, here.now_ends) if here else "",
        left=left,
        next=following.station.name if following else "",
        next_at=clock_at(start, following.now_starts) if following else "",
        late=late,
        tone="wait" if here and left <= LAST_MINUTES else tone,
        words=_("come to an end") if here and left <= LAST_MINUTES else words,
    )


def _delays(rotation: Rotation) -> list[DelayRow]:
    """What ran over, the latest first."""
    sentence = _("Group %(group)s at “%(station)s”: %(minutes)s minutes longer")
    rows = Delay.objects.filter(rotation=rotation).select_related("group", "station").order_by("-pk")
    return [
        DelayRow(
            each.pk,
            sentence % {"group": each.group.number, "station": each.station.name, "minutes": each.minutes},
        )
        for each in rows
    ]
