"""The tables of all apps, joined with the addresses that the site really has."""

import importlib.util
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
def tables(app: str) -> ModuleType:
    """The file that says what is expected of an app."""
    path = HERE / f"{app}.py"
    if not path.exists():
        raise Unlisted(f"There is no tests/matrix/{app}.py: write down what each persona gets in {app}.")
    spec = importlib.util.spec_from_file_location(f"tests.matrix.{app}", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def entry(address: Address) -> dict[str, Any]:
    """What the tables say about an address."""
    expected = tables(address.app).EXPECTED
    if address.name not in expected:
        raise Unlisted(
            f'{address.route} is new: add "{address.name}" to EXPECTED in tests/matrix/{address.app}.py.'
        )
    return expected[address.name]


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
    module = tables(address.app)
    key = entry(address).get("args", {}).get(argument, getattr(module, "ARGUMENTS", {}).get(argument))
    if key is None:
        raise Unlisted(
            f'{address.route} takes "{argument}", which tests/matrix/{address.app}.py does not know: add it to '
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
