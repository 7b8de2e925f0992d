"""What is still undecided when a meeting is to be closed: each app brings its own, so that this one need not know.

Closing does not wait for it, but nobody closes without having seen it named.
"""

from collections.abc import Callable
from dataclasses import dataclass

from yixian.web.meetings.models import Meeting


@dataclass(frozen=True)
class Undecided:
    """One kind of decision: how many are open, the sentence for a number, and where who decides them.

    `url_name` takes the meeting's pk; `policy` says who may go there.
    """

    key: str
    count: Callable[[Meeting], int]
    says: Callable[[int], str]
    url_name: str
    policy: str


_KINDS: dict[str, Undecided] = {}


def register_undecided(kind: Undecided) -> None:
    """Add a kind of decision (again: replace it); apps call this from their `ready`."""
    _KINDS[kind.key] = kind


def undecided_in(meeting: Meeting) -> list[tuple[Undecided, int]]:
    """Every kind of which something is open in this meeting, with how many."""
    found = [(kind, kind.count(meeting)) for kind in _KINDS.values()]
    return [(kind, number) for kind, number in found if number]
