"""The year's report: which pairs met, who met most often, who has met fewest."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast, Substr
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.models import Grouping
from yixian.web.grouping.queries.history import Sat, as_rounds, held_between, pairs_met
from yixian.web.organisations.models import Member
from yixian.web.shared import policy
from yixian.web.shared.paging import Paginator
from yixian.web.shared.prepared import Asker, PreparedRows

MOST_NAMES = 6
LINES = 60
Pair = tuple[str, str]


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
    """A year's figures; `rows` of the page asked for, all in the order of whom they have met, fewest first."""

    year: int
    years: list[int]
    by_person: bool
    meetings: int
    pairs: int
    pairs_met: int
    again: int
    most: str
    most_times: int
    page: Page[str]
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


def year_page(person: Person, year: str, by: str, number: str | None = None) -> YearPage:
    """Read a year; unknown words give this year, by unit."""
    policy.check(person, "grouping.see_year")
    years = _years(person)
    chosen = int(year) if year.isdecimal() and len(year) == 4 else years[0]
    rows = held_between(person.federation_id, date(chosen, 1, 1), date(chosen + 1, 1, 1))
    by_person = by == "person"
    names = _names(person, rows, by_person)
    rounds = as_rounds(rows, by_person=by_person)
    count = pairs_met([[[each for each in group if each in names] for group in groups] for groups in rounds])
    others = dict.fromkeys(names, 0) | Counter(chain.from_iterable(count))
    most_times = max(count.values(), default=0)
    most = min([pair for pair, times in count.items() if times == most_times], default=None)
    page = Paginator(sorted(names, key=others.__getitem__), LINES).get_page(number)
    return YearPage(
        year=chosen,
        years=years,
        by_person=by_person,
        meetings=len(rounds),
        pairs=len(names) * (len(names) - 1) // 2,
        pairs_met=len(count),
        again=sum(count.values()) - len(count),
        most=" — ".join([names[key] for key in most]) if most else "",
        most_times=most_times,
        page=page,
        rows=_rows(page.object_list, names, count, _came(rows, by_person)),
    )


def _rows(
    shown: Collection[str], names: dict[str, str], count: Counter[Pair], came: Counter[str]
) -> list[YearRow]:
    """A line for each of those shown."""
    met: dict[str, dict[str, None]] = {key: {key: None} for key in shown}
    for one, two in count:
        if one in met:
            met[one][two] = None
        if two in met:
            met[two][one] = None
    return [_row(key, names, met[key], came.get(key, 0)) for key in shown]


def _row(key: str, names: dict[str, str], met: dict[str, None], meetings: int) -> YearRow:
    """One line; `met` are whom this one has met, itself among them."""
    missing: list[str] = []
    for other, name in names.items():
        if other not in met:
            missing += [name]
            if len(missing) == MOST_NAMES:
                break
    return YearRow(
        name=names[key],
        met=len(met) - 1,
        of=len(names) - 1,
        meetings=meetings,
        missing=missing,
        more=len(names) - len(met) - len(missing),
    )


def _came(rows: list[Sat], by_person: bool) -> Counter[str]:
    """In how many meetings each was there."""
    seen = {(person if by_person else unit, meeting) for meeting, _group, person, unit in rows}
    return Counter([key for key, _meeting in seen])


def _names(by: Person, rows: list[Sat], by_person: bool) -> dict[str, str]:
    """Everybody who counts, in the order of the roster: all active members, or all people who came."""
    if not by_person:
        return {f"u{pk}": name for pk, name in MEMBERS.all(by=by)}
    came = {int(person[1:]) for _meeting, _group, person, _unit in rows}
    people = PEOPLE.all(by=by, keys=sorted(came))
    return {f"p{pk}": f"{name} {unit}" if unit else name for pk, name, unit in people}


def _years(by: Person) -> list[int]:
    """Years in which there were groups, the latest first; this year where there were none."""
    found = {int(year) for year in YEARS.one_column(by=by)}
    return sorted(found | {timezone.localdate().year}, reverse=True)


def _years_of_groups(by: Person) -> QuerySet[Grouping, Any]:
    published = Grouping.objects.filter(
        federation_id=by.federation_id, state=Grouping.State.PUBLISHED, meeting__held_on__isnull=False
    )
    year = Substr(Cast("meeting__held_on", TextField()), 1, 4)
    return published.order_by().values_list(year).distinct()


def _members(by: Person) -> QuerySet[Member, Any]:
    return Member.objects.filter(federation_id=by.federation_id, is_active=True).values_list(
        "pk", "short_name"
    )


def _people(by: Person, keys: list[int]) -> QuerySet[Person, Any]:
    people = Person.objects.filter(federation_id=by.federation_id, pk__in=keys)
    ordered = people.order_by("member__rank", "member__pinyin", "rank", "pk")
    return ordered.values_list("pk", "name", "member__short_name")


YEARS = PreparedRows(_years_of_groups, by=Asker)
MEMBERS = PreparedRows(_members, by=Asker)
PEOPLE = PreparedRows(_people, by=Asker, keys=list)
