"""One person's card on the board: where they could go, and what they would find there."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.effects import effects
from yixian.web.grouping.models import Group
from yixian.web.grouping.queries.board import wish_rows
from yixian.web.grouping.queries.table import Guest, load_table
from yixian.web.grouping.rules.groups import can_arrange
from yixian.web.meetings.models import Meeting


@dataclass(frozen=True)
class Choice:
    """One group with what this person would find in it."""

    group: Group
    name: str
    size: int
    new: int
    again: int
    helpers: int
    against: list[str]
    is_here: bool


@dataclass(frozen=True)
class PersonPage:
    """A person and the groups to choose from."""

    meeting: Meeting
    guest: Guest
    choices: list[Choice]
    place: str
    is_locked: bool
    can_arrange: bool


def person_page(by: Person, meeting: Meeting, person: int) -> PersonPage | None:
    """The card; None for somebody who has nothing to do with this meeting."""
    table = load_table(meeting)
    guest = table.people.get(person)
    if guest is None:
        return None
    place = table.places.get(person)
    numbers = {group.pk: group for group in table.groups}
    wishes = {row.pk: row.words for row in wish_rows(table, ())}
    return PersonPage(
        meeting=meeting,
        guest=guest,
        choices=[
            Choice(
                group=numbers[each.group],
                name=_("Group %(number)s") % {"number": numbers[each.group].number},
                size=each.size,
                new=each.new,
                again=each.again,
                helpers=each.helpers,
                against=[wishes[pk] for pk in each.against],
                is_here=place is not None and place.group_id == each.group,
            )
            for each in effects(table, person)
        ],
        place=_("Group %(number)s") % {"number": numbers[place.group_id].number} if place else "",
        is_locked=place is not None and place.is_locked,
        can_arrange=can_arrange(by, meeting),
    )
