"""Lines in, units out: cleans every cell, gathers rows of the same unit, and says what is wrong where."""

from yixian.documents.roster_cells import Cleaner
from yixian.documents.roster_columns import BY_KEY, folded
from yixian.documents.roster_people import people_in
from yixian.documents.roster_problems import Problem
from yixian.documents.roster_table import Line, Table, table_of
from yixian.documents.roster_units import Known, Part, Roster, Unit
from yixian.documents.roster_words import post_of, shown_as

ABOUT_MEMBER = [key for key, column in BY_KEY.items() if column.of == "member" and key != "name"]
ABOUT_PERSON = ("post", "phone", "email")
ABOUT_VENUE = ("kind", "capacity", "gear")


def parse(rows: list[list[str]], known: Known) -> Roster:
    """A roster from rows of text (header included); `known` holds the subdistricts and topics that exist."""
    return _Reading(table_of(rows), known).roster()


class _Reading:
    """One pass over a table."""

    def __init__(self, table: Table, known: Known) -> None:
        self.table = table
        self.problems = list(table.problems)
        self.clean = Cleaner(known, table.headers, self.problems)
        self.units: dict[str, Unit] = {}
        self.current: Unit | None = None

    def roster(self) -> Roster:
        """Everything in the table."""
        for line in self.table.lines:
            unit = self._unit_of(line)
            self.current = unit
            if unit is not None:
                self._take(unit, line)
        for unit in self.units.values():
            self._check_chairs(unit)
            self._check_place(unit)
        self.problems.sort(key=lambda problem: problem.row)
        return Roster(list(self.units.values()), self.problems, self.table.headers)

    def _take(self, unit: Unit, line: Line) -> None:
        """Add what a line says about a unit; a line that says nothing new is remarked on."""
        before, remarks = _size(unit), len(self.problems)
        self._merge(unit.row, unit.cells, line, ABOUT_MEMBER, unit.name, "unit_twice")
        self._people(unit, line)
        self._venue(unit, line)
        if unit.row != line.row and before == _size(unit) and remarks == len(self.problems):
            self.say(line.row, "name", "nothing_new", "notice", name=unit.name, first_row=str(unit.row))

    def say(self, row: int, key: str, code: str, level: str = "error", **values: str) -> None:
        """Note a problem under the header that the file has for a column."""
        self.problems.append(Problem(row, self.clean.header(key), code, values, level))

    def _unit_of(self, line: Line) -> Unit | None:
        """The unit that a line speaks of: named in it, or (a merged cell) in a line above."""
        name = self.clean.text(line, "name")
        if name is None:
            if "name" in line.cells:
                return None
            belongs_above = self.current is not None and not any(key in line.cells for key in ABOUT_MEMBER)
            if not belongs_above:
                self.say(line.row, "name", "missing_name")
            return self.current if belongs_above else None
        key = folded(name)
        if not key:
            self.say(line.row, "name", "missing_name")
            return None
        unit = self.units.get(key)
        if unit is None:
            unit = self.units[key] = Unit(line.row, {"name": name})
        elif unit.name != name:
            self.say(line.row, "name", "other_spelling", "notice", first=unit.name, first_row=str(unit.row))
        return unit

    def _merge(
        self, first_row: int, cells: dict[str, str], line: Line, keys: list[str], name: str, code: str
    ) -> None:
        """Take a line's cells; what an earlier line said otherwise is a contradiction."""
        for key in keys:
            value = self.clean(line, key)
            if value is None:
                continue
            before = cells.setdefault(key, value)
            if before != value:
                shown = {"first": shown_as(key, before)[:60], "value": shown_as(key, value)[:60]}
                self.say(line.row, key, code, name=name, first_row=str(first_row), **shown)

    def _people(self, unit: Unit, line: Line) -> None:
        """The people of a line: one in columns of their own, the chair, a list of others."""
        found = people_in(line, self.clean)
        if not found and any(key in line.cells for key in ABOUT_PERSON):
            self.say(line.row, "person", "person_missing", unit=unit.name)
        for own in found:
            name = own.cells["person"]
            person = _same(unit.people, "person", name)
            if person is None:
                person = Part(line.row, {"person": name})
                unit.people.append(person)
            self._merge(person.row, person.cells, own, list(ABOUT_PERSON), name, "person_twice")

    def _venue(self, unit: Unit, line: Line) -> None:
        """The venue of a line."""
        name = self.clean.text(line, "venue")
        if name is None:
            if "venue" not in line.cells and any(key in line.cells for key in ABOUT_VENUE):
                self.say(line.row, "venue", "venue_missing", unit=unit.name)
            return
        venue = _same(unit.venues, "venue", name)
        if venue is None:
            venue = Part(line.row, {"venue": name})
            unit.venues.append(venue)
        self._merge(venue.row, venue.cells, line, list(ABOUT_VENUE), name, "venue_twice")

    def _check_chairs(self, unit: Unit) -> None:
        """A unit has one chair."""
        chairs = [p for p in unit.people if post_of(p.cells.get("post", "")) == "chair"]
        for second in chairs[1:]:
            names = {"unit": unit.name, "first": chairs[0].cells["person"], "first_row": str(chairs[0].row)}
            self.say(second.row, "post", "two_chairs", second=second.cells["person"], **names)

    def _check_place(self, unit: Unit) -> None:
        """A latitude beyond any place in China beside a longitude below is two columns swapped."""
        latitude, longitude = unit.cells.get("latitude"), unit.cells.get("longitude")
        if latitude and longitude and float(latitude) > 60 and 0 < float(longitude) < 60:
            self.say(
                unit.row, "latitude", "perhaps_swapped", "notice", latitude=latitude, longitude=longitude
            )


def _same(parts: list[Part], key: str, name: str) -> Part | None:
    return next((part for part in parts if folded(part.cells[key]) == folded(name)), None)


def _size(unit: Unit) -> int:
    """How much is known of a unit."""
    return len(unit.cells) + sum(len(part.cells) for part in (*unit.people, *unit.venues))
