"""The best constructions known here, by number of groups and size; whatever is not listed is left to swapping."""

import json
from functools import cache
from importlib import resources

from yixian.planner.groups.designs import NumberRound, Starter, columns, everyone, fours, grid, transversal
from yixian.planner.groups.fields import is_field_order


@cache
def starters(kind: str) -> dict[tuple[int, int, int], Starter]:
    """Starters found by search, by (groups, size, rounds); kind is 'repeat_free' or 'covering'."""
    text = (resources.files("yixian.planner.groups") / "starters.json").read_text(encoding="utf-8")
    found = {}
    for entry in json.loads(text)[kind]:
        starter = Starter(
            groups=entry["groups"],
            size=entry["size"],
            modulus=entry["modulus"],
            fixed=entry.get("fixed", 0),
            base=tuple(tuple(tuple(group) for group in each) for each in entry.get("base", ())),
            blocks=tuple(tuple(block) for block in entry.get("blocks", ())),
            classes=entry.get("classes", False),
        )
        found[starter.groups, starter.size, len(starter.rounds)] = starter
    return found


@cache
def repeat_free(groups: int, size: int) -> tuple[NumberRound, ...]:
    """As many rounds as known without a repeated pair, each `groups` groups of `size`; at least one."""
    options = [
        starter.rounds for key, starter in starters("repeat_free").items() if key[:2] == (groups, size)
    ]
    if size <= groups and is_field_order(groups):
        last = (columns(groups, size),) if size == groups else ()
        options.append(transversal(groups, size) + last)
    if groups == size:
        options.append(grid(groups, size))
    if size == 4 and (four := fours(groups)):
        options.append(four.rounds)
    options.append((tuple(tuple(range(group * size, (group + 1) * size)) for group in range(groups)),))
    return max(options, key=len)


def mixed(groups: int, size: int) -> tuple[NumberRound, ...]:
    """Repeat-free rounds of which one may have `size` groups of `groups` instead."""
    rounds = repeat_free(groups, size)
    if size < groups and is_field_order(groups) and len(rounds) == groups:
        return (*transversal(groups, size), columns(groups, size))
    return rounds


def covering(groups: int, size: int, rounds: int) -> tuple[NumberRound, ...]:
    """At most so many rounds in which every pair meets, with the fewest repeats; empty if none are known."""
    starter = starters("covering").get((groups, size, rounds))
    if starter:
        return starter.rounds
    if size == groups - 1 and rounds >= groups + 2 and groups % 2 and is_field_order(groups):
        return everyone(groups)
    return ()
