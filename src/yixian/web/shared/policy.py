"""Who may do what, as data: one policy per verb and object.

An app declares its policies in `rules.py`; views name one per method (`allow`), rules ask for one per
object (`may`, `check`), and the reference page and the permission matrix are made from the same table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from yixian.web.shared.errors import Refused


class Role(StrEnum):
    """What a person is to the federation, or (from AUTHOR on) to one object."""

    ANYONE = "anyone"
    SIGNED_IN = "signed in"
    OFFICE = "office"
    STAFF = "staff"
    AUDITOR = "auditor"
    CHAIR = "chair"
    DELEGATE = "delegate"
    UPPER = "upper level"
    AUTHOR = "author"
    OWNER = "owner"
    COORDINATOR = "host coordinator"
    OWN_MEMBER = "own member"
    INVITED = "invited"


RELATIVE = frozenset({Role.AUTHOR, Role.OWNER, Role.COORDINATOR, Role.OWN_MEMBER, Role.INVITED, Role.UPPER})
EVERY_MEMBER = frozenset({Role.CHAIR, Role.DELEGATE})
WHOLE_OFFICE = frozenset({Role.OFFICE, Role.STAFF})
EVERYONE_INSIDE = EVERY_MEMBER | WHOLE_OFFICE | {Role.AUDITOR}


@dataclass(frozen=True)
class Policy:
    """One verb: its name `app.verb`, who may, and the verb in words ("announce a meeting")."""

    name: str
    who: frozenset[Role]
    says: Any

    @property
    def is_public(self) -> bool:
        """Whether nobody needs to sign in."""
        return Role.ANYONE in self.who


REGISTRY: dict[str, Policy] = {}


def declare(app: str, **policies: tuple[frozenset[Role] | set[Role], Any]) -> None:
    """Write down an app's policies: verb=(roles, words)."""
    for verb, (who, says) in policies.items():
        name = f"{app}.{verb}"
        if name in REGISTRY:
            raise ValueError(f"{name} is declared twice")
        REGISTRY[name] = Policy(name, frozenset(who), says)


def roles_of(by: Any, thing: Any = None) -> frozenset[Role]:
    """The roles of a person towards a thing; a foreign federation leaves none but UPPER."""
    if not getattr(by, "is_authenticated", False):
        return frozenset({Role.ANYONE})
    if thing is None:
        return by.roles | {Role.ANYONE, Role.SIGNED_IN}
    owner = getattr(thing, "federation_id", by.federation_id)
    if owner != by.federation_id:
        return frozenset({Role.ANYONE}) | _upper_roles(by, thing)
    own: Callable[[Any], frozenset[Role]] | None = getattr(thing, "roles_of", None)
    return by.roles | {Role.ANYONE, Role.SIGNED_IN} | (own(by) if own else frozenset())


def _upper_roles(by: Any, thing: Any) -> frozenset[Role]:
    """UPPER for the office of the federation directly above the thing's own."""
    above = thing.federation.parent_id == by.federation_id and by.roles & WHOLE_OFFICE
    return frozenset({Role.UPPER}) if above else frozenset()


def may(by: Any, name: str, thing: Any = None) -> bool:
    """Whether this person may do this (to this thing)."""
    return bool(REGISTRY[name].who & roles_of(by, thing))


def check(by: Any, name: str, thing: Any = None) -> None:
    """Raise `Refused` with a sentence unless this person may do this (to this thing)."""
    if not may(by, name, thing):
        raise Refused(_("You are not allowed to %(verb)s.") % {"verb": REGISTRY[name].says})


def may_in_principle(by: Any, name: str) -> bool:
    """Whether there could be a thing with which this person may do this: the first, cheap gate."""
    policy = REGISTRY[name]
    if policy.is_public:
        return True
    if not getattr(by, "is_authenticated", False):
        return False
    return bool(policy.who & (RELATIVE | roles_of(by)))
