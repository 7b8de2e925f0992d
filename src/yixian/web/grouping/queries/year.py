"""The year's report: which pairs met, who met most often, who has met fewest."""

from dataclasses import dataclass
from datetime import date
from itertools import islice

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Grouping
from yixian.web.grouping.queries.history import Sat, as_rounds, held_between, pairs_met
from yixian.web.organisations.models import Member
from yixian.web.shared import policy

MOST_NAMES = 6


@dataclass(frozen=True)
class YearRow:
    """One unit or person: how many others met, in how many meetings, and some not yet met."""

    name: str
    met: int
    of: int
    meetings: int
    missing: list[str]
    more: int


@dataclass(frozen=True)
class YearPage:
    """A year's figures; `rows` begin with those who have met fewest."""

    year: int
    years: list[int]
    by_person: bool
    meetings: int
    pairs: int
    pairs_met: int
    again: int
    most: str
    most_times: int
    rows: list[YearRow]

    @property
    def of_pairs(self) -> str:
        """How many pairs of how many."""
        return _("%(met)s of %(pairs)s pairs") % {"met": self.pairs_met, "pairs": self.pairs}

    @property
    def most_text(self) -> str:
        """How often the pair that met most often met."""
        return _("%(number)s times") % {"number": self.most_times}

    @property
    def percent(self) -> int:
        """Pairs that met, of a hundred."""
        return round(100 * self.pairs_met / self.pairs) if self.pairs else 0


def year_page(person: Person, year: str, by: str) -> YearPage:
    """Read a year; unknown words give this year, by unit."""
    policy.check(person, "grouping.see_year")
    years = _years(person.federation_id)
    chosen = int(year) if year.isdecimal() and len(year) == 4 else years[0]
    first, until = date(chosen, 1, 1), date(chosen + 1, 1, 1)
    rows = held_between(person.federation_id, first, until)
    by_person = by == "person"
    names = _names(person.federation_id, rows, by_person)
    return _page(chosen, years, by_person, rows, names)


def _page(year: int, years: list[int], by_person: bool, rows: list[Sat], names: dict[str, str]) -> YearPage:
    rounds = as_rounds(rows, by_person=by_person)
    known = [[[each for each in group if each in names] for group in groups] for groups in rounds]
    count = pairs_met(known)
    most = max(sorted(count), key=lambda two: count[two], default=None)
    came = _came(rows, by_person)
    others: dict[str, set[str]] = {key: set() for key in names}
    for one, two in count:
        others[one].add(two)
        others[two].add(one)
    return YearPage(
        year=year,
        years=years,
        by_person=by_person,
        meetings=len(rounds),
        pairs=len(names) * (len(names) - 1) // 2,
        pairs_met=len(count),
        again=sum(count.values()) - len(count),
        most=" — ".join(names[key] for key in most) if most else "",
        most_times=count[most] if most else 0,
        rows=[
            _row(key, names, others[key], came.get(key, 0))
            for key in sorted(names, key=lambda key: len(others[key]))
        ],
    )


def _row(key: str, names: dict[str, str], met: set[str], meetings: int) -> YearRow:
    missing = (name for other, name in names.items() if other != key and other not in met)
    some = list(islice(missing, MOST_NAMES))
    more = len(names) - 1 - len(met) - len(some)
    return YearRow(names[key], len(met), len(names) - 1, meetings, some, more)


def _came(rows: list[Sat], by_person: bool) -> dict[str, int]:
    """In how many meetings each was there."""
    seen = {(f"p{row.person}" if by_person else row.unit, row.meeting) for row in rows if row.came}
    count: dict[str, int] = {}
    for key, _meeting in seen:
        count[key] = count.get(key, 0) + 1
    return count


def _names(federation_id: int, rows: list[Sat], by_person: bool) -> dict[str, str]:
    """Everybody who counts, in the order of the roster: all active members, or all people who came."""
    if not by_person:
        members = Member.objects.filter(federation_id=federation_id, is_active=True)
        return {f"u{pk}": name for pk, name in members.values_list("pk", "short_name")}
    came = {row.person for row in rows if row.came}
    people = Person.objects.filter(pk__in=came).order_by("member__rank", "member__pinyin", "rank", "pk")
    listed = people.values_list("pk", "name", "member__short_name")
    return {f"p{pk}": f"{name} {unit or ''}".strip() for pk, name, unit in listed}


def _years(federation_id: int) -> list[int]:
    """Years in which there were groups, the latest first; this year where there were none."""
    dates = Grouping.objects.filter(
        federation_id=federation_id, state=Grouping.State.PUBLISHED, meeting__held_on__isnull=False
    )
    found = {each.year for each in dates.order_by().dates("meeting__held_on", "year")}
    return sorted(found | {timezone.localdate().year}, reverse=True)
