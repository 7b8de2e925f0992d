"""What the planner is asked: members that could host, months to fill, days, history and the rules' settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from yixian.planner.dates import month_number, month_of


class DayKind(StrEnum):
    """What a date is in the working calendar."""

    WORKDAY = "workday"
    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    MAKEUP = "makeup"


@dataclass(frozen=True, slots=True)
class Day:
    """One date of the working calendar; `announced` is false where the year's notice has not been imported."""

    date: str
    kind: DayKind
    name: str = ""
    source: str = ""
    announced: bool = True

    @property
    def working(self) -> bool:
        """People are at work: an ordinary weekday or a make-up working day."""
        return self.kind in (DayKind.WORKDAY, DayKind.MAKEUP)


@dataclass(frozen=True, slots=True)
class Choice:
    """One meeting of a plan: the month 'YYYY-MM', the host's id and the day 'YYYY-MM-DD'."""

    month: str
    host: str
    day: str


@dataclass(frozen=True, slots=True)
class Host:
    """One member of the federation; it travels to meetings and, if `can_host`, may be chosen as host.

    Months are 'YYYY-MM', days are ISO dates, calendar months are 1–12, weekdays are 1 (Monday) to 7.
    `capacity` is the number of people the venue holds. `offer_months` empty means an offer for any month.
    """

    id: str
    name: str = ""
    can_host: bool = True
    capacity: int = 0
    venue_kind: str = ""
    industry: str = ""
    subdistrict: str = ""
    volunteer: bool = False
    offer_months: tuple[str, ...] = ()
    last_hosted: str | None = None
    member_since: str | None = None
    blackout_months: tuple[str, ...] = ()
    blackout_days: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    good_months: tuple[int, ...] = ()
    poor_months: tuple[int, ...] = ()
    preferred_weekdays: tuple[int, ...] = ()

    @property
    def label(self) -> str:
        """What to call the host in a sentence."""
        return self.name or self.id


@dataclass(frozen=True, slots=True)
class Month:
    """One meeting to be placed: how many people are expected, which venue kind is demanded, what is settled."""

    id: str
    attendance: int = 0
    venue_kind: str = ""
    announced_host: str | None = None
    announced_day: str | None = None
    pinned_host: str | None = None
    pinned_day: str | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """The programme's numbers: least days between meetings, least months between two turns of a host, and so on."""

    min_gap_days: int = 14
    min_gap_months: int = 12
    wait_cap: int = 60
    other_industries: int = 4
    preferred_weekdays: tuple[int, ...] = (5,)


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a lexicographic solve: its terms, and how many points it may give up for later levels."""

    name: str
    terms: tuple[str, ...]
    tolerance: int = 0


@dataclass(frozen=True)
class Problem:
    """A year (or two, or three) to be planned.

    `travel[i][j]` is minutes from member i to host j in the order of `hosts`; empty means travel is unknown.
    `weights` are points per unit of a term and override the term's own weight; 0 switches a term off.
    `levels` not empty means: lexicographic instead of weighted. `seed` is public and decides ties.
    """

    hosts: tuple[Host, ...]
    months: tuple[Month, ...]
    days: tuple[Day, ...] = ()
    history: tuple[Choice, ...] = ()
    travel: tuple[tuple[int, ...], ...] = ()
    settings: Settings = field(default_factory=Settings)
    weights: Mapping[str, int] = field(default_factory=dict)
    levels: tuple[Level, ...] = ()
    seed: str = "yixian"
    title: str = ""

    @cached_property
    def host_by_id(self) -> dict[str, Host]:
        """Hosts by their id."""
        return {host.id: host for host in self.hosts}

    @cached_property
    def position(self) -> dict[str, int]:
        """Where a host stands in `hosts`, and so in `travel`."""
        return {host.id: index for index, host in enumerate(self.hosts)}

    @cached_property
    def month_by_id(self) -> dict[str, Month]:
        """Months by their id."""
        return {month.id: month for month in self.months}

    @cached_property
    def calendar(self) -> dict[str, Day]:
        """Every date of the months, by ISO date; where `days` is silent, the weekday decides."""
        from yixian.planner.calendar import days_of_months

        return days_of_months(self.days, [month.id for month in self.months])

    @cached_property
    def days_of_month(self) -> dict[str, list[Day]]:
        """The calendar's days of each month, in order."""
        found: dict[str, list[Day]] = {month.id: [] for month in self.months}
        for date, day in sorted(self.calendar.items()):
            found[month_of(date)].append(day)
        return found

    @cached_property
    def past(self) -> tuple[Choice, ...]:
        """History in the order of days."""
        return tuple(sorted(self.history, key=lambda choice: choice.day))

    @cached_property
    def last_turn(self) -> dict[str, str]:
        """The last month in which each host had the meeting before this plan, by host id."""
        turns = {host.id: host.last_hosted for host in self.hosts if host.last_hosted}
        for choice in self.history:
            turns[choice.host] = max(choice.month, turns.get(choice.host, choice.month))
        return turns

    def minutes(self, member: str, host: str) -> int:
        """Travel in minutes from a member to a host; 0 where travel is unknown."""
        return self.travel[self.position[member]][self.position[host]] if self.travel else 0

    def wait(self, host: Host) -> int:
        """Months that a host has waited for a turn when the plan begins, at most the cap."""
        since = self.last_turn.get(host.id) or host.member_since
        cap = self.settings.wait_cap
        if since is None:
            return cap
        return max(0, min(cap, month_number(self.months[0].id) - month_number(since)))
