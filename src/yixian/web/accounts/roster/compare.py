"""What accepting a roster would do: per unit, person and venue whether it is added, changed or as it is.

The steps are plain JSON: {"units": [{"row", "name", "pk", "do", "changes": [[key, old, new], …],
"people": [{"row", "name", "pk", "do", "changes"}, …], "venues": […], "left": [name, …]}, …],
"left": [unit name, …], "subdistricts": [new name, …], "topics": [new name, …]}; `do` is add, change or same.
"""

from typing import Any

from yixian.documents.roster_columns import BY_KEY, folded
from yixian.documents.roster_problems import Problem
from yixian.documents.roster_units import Part, Roster, Unit, guessed_kind, usual_short_name
from yixian.documents.roster_words import nearest, post_of
from yixian.web.accounts.roster.current import Held

MOST_COMPARED = 40_000


def steps_of(roster: Roster, held: Held) -> tuple[dict[str, Any], list[Problem]]:
    """The steps, and the problems that only show beside what the federation holds."""
    problems = [problem for unit in roster.units for problem in _against(unit, roster, held)]
    problems += _alike(roster, held) + _shared_phones(roster, held)
    named = {folded(unit.name) for unit in roster.units}
    steps = {
        "units": [_unit_step(unit, held) for unit in roster.units],
        "left": [unit.name for name, unit in held.units.items() if name not in named],
        "subdistricts": _new([unit.cells.get("subdistrict", "") for unit in roster.units], held.subdistricts),
        "topics": _new(
            [
                each
                for u in roster.units
                for key in ("strengths", "needs")
                for each in u.cells.get(key, "").split("、")
            ],
            held.topics,
        ),
    }
    return steps, problems


def _new(names: list[str], known: dict[str, int]) -> list[str]:
    return [name for name in dict.fromkeys(names) if name and name not in known]


def _unit_step(unit: Unit, held: Held) -> dict[str, Any]:
    """What happens to one unit and everything of it."""
    name = folded(unit.name)
    before = held.units.get(name, Unit(0))
    step = _step(
        unit.row, unit.name, held.ids.get((name,)), before.cells, _with_defaults(unit, name in held.units)
    )
    step["people"] = _part_steps(name, "person", unit.people, before.people, held)
    step["venues"] = _part_steps(name, "venue", unit.venues, before.venues, held)
    listed = {folded(part.cells["person"]) for part in unit.people}
    listed_venues = {folded(part.cells["venue"]) for part in unit.venues}
    step["left"] = [p.cells["person"] for p in before.people if folded(p.cells["person"]) not in listed]
    step["left"] += [v.cells["venue"] for v in before.venues if folded(v.cells["venue"]) not in listed_venues]
    return step


def _with_defaults(unit: Unit, exists: bool) -> dict[str, str]:
    """A new unit gets what its file leaves out and the site needs."""
    if exists:
        return unit.cells
    return {"short_name": usual_short_name(unit.name), "industry": "other", "is_active": "yes", **unit.cells}


def _part_steps(
    unit: str, key: str, parts: list[Part], before: list[Part], held: Held
) -> list[dict[str, Any]]:
    """The steps of a unit's people (key person) or venues (key venue)."""
    by_name = {folded(part.cells[key]): part.cells for part in before}
    steps = []
    for part in parts:
        name = folded(part.cells[key])
        cells = part.cells
        if key == "venue" and name not in by_name:
            cells = {"kind": guessed_kind(cells["venue"]), **cells}
        steps.append(
            _step(part.row, part.cells[key], held.ids.get((unit, key, name)), by_name.get(name, {}), cells)
        )
    return steps


def _step(
    row: int, name: str, pk: int | None, before: dict[str, str], after: dict[str, str]
) -> dict[str, Any]:
    """One thing: its name never changes, because it is what the thing is known by."""
    keys = [key for key in BY_KEY if key in after and key not in ("name", "person", "venue")]
    changes = [
        [key, before.get(key, ""), after[key]]
        for key in keys
        if _differ(key, before.get(key, ""), after[key])
    ]
    do = "add" if pk is None else "change" if changes else "same"
    return {"row": row, "name": name, "pk": pk, "do": do, "changes": changes}


def _differ(key: str, old: str, new: str) -> bool:
    """Whether two values differ; topics in another order are the same topics."""
    if BY_KEY[key].kind == "topics":
        return set(old.split("、")) != set(new.split("、"))
    return old != new


def _against(unit: Unit, roster: Roster, held: Held) -> list[Problem]:
    """People of this unit whom the federation has already, in a way that cannot be matched."""
    name = folded(unit.name)
    header = roster.headers.get("person", BY_KEY["person"].zh)
    found = []
    for person in unit.people:
        own, shown = folded(person.cells["person"]), {"person": person.cells["person"], "unit": unit.name}
        if (name, own) in held.ambiguous:
            found.append(Problem(person.row, header, "ambiguous_person", shown))
        elif (name, own) in held.disabled and (name, "person", own) not in held.ids:
            found.append(Problem(person.row, header, "disabled_person", shown))
    return found + _second_chair(unit, roster, held)


def _second_chair(unit: Unit, roster: Roster, held: Held) -> list[Problem]:
    """A new chair while the present one is not in the file."""
    before = held.units.get(folded(unit.name))
    listed = {folded(part.cells["person"]) for part in unit.people}
    present = [p.cells["person"] for p in before.people if _is_chair(p)] if before else []
    staying = [person for person in present if folded(person) not in listed]
    new = next((part for part in unit.people if _is_chair(part)), None)
    if new is None or not staying:
        return []
    header = roster.headers.get("post", BY_KEY["post"].zh)
    shown = {"unit": unit.name, "first": staying[0], "second": new.cells["person"]}
    return [Problem(new.row, header, "chair_exists", shown)]


def _is_chair(part: Part) -> bool:
    return bool(part.cells.get("post")) and post_of(part.cells["post"]) == "chair"


def _alike(roster: Roster, held: Held) -> list[Problem]:
    """New units that look like one that is there, or like another in the file."""
    header = roster.headers.get("name", BY_KEY["name"].zh)
    named = {folded(unit.name) for unit in roster.units}
    others = [unit.name for name, unit in held.units.items() if name not in named]
    cores = {folded(usual_short_name(name)): name for name in others}
    new = [unit for unit in roster.units if folded(unit.name) not in held.units]
    closely = len(new) * len(others) <= MOST_COMPARED
    found = []
    for unit in new:
        core = folded(usual_short_name(unit.name))
        like = cores.get(core) or (_very_like(unit.name, others) if closely else "")
        if like:
            values = {"name": unit.name, "like": like}
            found.append(Problem(unit.row, header, "like_another", values, "notice"))
        cores.setdefault(core, unit.name)
    return found


def _very_like(name: str, others: list[str]) -> str:
    """A name that differs in one character at most."""
    like = nearest(name, others)
    a, b = folded(name), folded(like)
    one_replaced = len(a) == len(b) and sum(x != y for x, y in zip(a, b, strict=True)) == 1
    return like if like and len(a) > 8 and one_replaced and not _numbered(a, b) else ""


def _numbered(a: str, b: str) -> bool:
    """Names that differ in a number (甲一, 甲二) are different on purpose."""
    differing = next((x + y for x, y in zip(a, b, strict=True) if x != y), "")
    return all(c in "0123456789零一二三四五六七八九十甲乙丙丁戊己庚辛壬癸东南西北中上下" for c in differing)


def _shared_phones(roster: Roster, held: Held) -> list[Problem]:
    """The same number for two people is worth a look."""
    header = roster.headers.get("phone", BY_KEY["phone"].zh)
    owners = dict(held.phones)
    found = []
    for unit in roster.units:
        for part in unit.people:
            phone, who = part.cells.get("phone"), (part.cells["person"], unit.name)
            if phone and owners.setdefault(phone, who) != who:
                other, where = owners[phone]
                values = {"phone": phone, "person": who[0], "other": other, "unit": where}
                found.append(Problem(part.row, header, "phone_shared", values, "notice"))
    return found
