"""The tables of all apps, joined with the addresses that the site really has."""

import importlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from django.db.models import Model

from tests.matrix import personas
from yixian.web.config.checks import endpoints
from yixian.web.shared import policy

ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>")
TABLE = re.compile(r"^EXPECTED\b", re.M)
HERE = Path(__file__).parent


class Unlisted(AssertionError):
    """The tables don't say what is expected."""


@dataclass(frozen=True)
class Address:
    """One address of the site: its name, the policies of its methods, its arguments in order."""

    name: str
    route: str
    policies: dict[str, str]

    @property
    def app(self) -> str:
        """The app that it belongs to."""
        return self.name.partition(":")[0]

    @property
    def arguments(self) -> list[str]:
        """The names of its arguments."""
        return ARGUMENT.findall(self.route)

    def __hash__(self) -> int:
        return hash((self.name, self.route))


@cache
def addresses() -> tuple[Address, ...]:
    """Every address of the site."""
    return tuple(Address(name, route, view.policies) for route, name, view in endpoints())


@cache
def files() -> dict[str, ModuleType]:
    """Every file of tables, by its name: an app, or a subject of one."""
    stems = [
        path.stem for path in sorted(HERE.glob("*.py")) if TABLE.search(path.read_text(encoding="utf-8"))
    ]
    return {stem: importlib.import_module(f"tests.matrix.{stem}") for stem in stems}


@cache
def table_of(name: str, app: str) -> ModuleType:
    """The file that says what is expected of an address."""
    holders = [(stem, module) for stem, module in files().items() if name in module.EXPECTED]
    if not holders:
        raise Unlisted(
            f'{name} is new: add it to EXPECTED in tests/matrix/{app}.py ("{name}": {{"GET": says(200)}}).'
        )
    if any(module.EXPECTED[name] is not holders[0][1].EXPECTED[name] for _stem, module in holders):
        raise Unlisted(
            f"{name} stands in {' and in '.join(stem for stem, _module in holders)}: leave it in one."
        )
    return holders[0][1]


def entry(address: Address) -> dict[str, Any]:
    """What the tables say about an address."""
    return table_of(address.name, address.app).EXPECTED[address.name]


def cell(address: Address, method: str) -> dict[str, Any]:
    """What the tables say about a method of an address."""
    said = entry(address)
    if method not in said:
        raise Unlisted(
            f'{method} {address.route} is new: add "{method}" to "{address.name}" in tests/matrix/{address.app}.py.'
        )
    missing = [persona for persona in personas.MUST_BE_GIVEN if persona not in said[method]]
    if missing:
        raise Unlisted(
            f"{method} {address.name} says nothing about {', '.join(missing)} in tests/matrix/{address.app}.py."
        )
    return said[method]


def value_of(address: Address, argument: str, world: Any) -> tuple[str, Any]:
    """The thing that stands for an argument: (its name in the world, the value in the address)."""
    module = table_of(address.name, address.app)
    key = entry(address).get("args", {}).get(argument, getattr(module, "ARGUMENTS", {}).get(argument))
    if key is None:
        raise Unlisted(
            f'{address.route} takes "{argument}", which the tables do not know: add it to '
            f'ARGUMENTS, or to the "args" of "{address.name}".'
        )
    thing = key(world) if callable(key) else getattr(world, key)
    return "" if callable(key) else key, thing.pk if isinstance(thing, Model) else thing


def said_for(said: dict[str, Any], persona: str) -> Any:
    """What a method's table says about somebody at home, with the defaults of the README."""
    while persona not in said:
        persona = personas.AT_HOME[persona]
    return said[persona]


def stopped_at_door(person: Any, policy_name: str) -> Any:
    """What somebody gets whose role never may do this: sign-in or 403; None for everybody else."""
    if policy.may_in_principle(person, policy_name):
        return None
    return 403 if getattr(person, "is_authenticated", False) else "sign-in"
