"""The list of what the federations directly below have published."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from yixian.web.accounts.models import Person
from yixian.web.learning.models import Experience
from yixian.web.learning.queries.library import experiences_published_below, search
from yixian.web.shared.paging import Pages, how_many
from yixian.web.shared.prepared import Asker, PreparedRows


@dataclass(frozen=True)
class Card:
    """An experience of a federation below as a card."""

    pk: int
    title: str
    summary: str
    federation: str
    member: str
    topic: str | None

    COLUMNS = ("pk", "title", "summary", "federation__name", "member__short_name", "topic__name")


def _part(by: Person, part: slice) -> QuerySet[Experience, Any]:
    return experiences_published_below(by).values_list(*Card.COLUMNS)[part]


def _number(by: Person) -> QuerySet[Experience, Any]:
    return how_many(experiences_published_below(by))


PART: Any = PreparedRows(_part, by=Asker, part=slice)
NUMBER = PreparedRows(_number, by=Asker)


def chosen(person: Person, words: str) -> Any:
    """Those that hold every word as columns of cards, to be walked through."""
    if words:
        return search(experiences_published_below(person), words).values_list(*Card.COLUMNS)
    return Pages(PART, NUMBER, by=person)
