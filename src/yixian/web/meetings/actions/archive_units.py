"""The units and people that a report names: found on the roster, or added to it."""

from typing import Any

from django.db.models import Max

from yixian.documents.roster_units import usual_short_name
from yixian.documents.roster_words import post_of
from yixian.web.accounts.models import Person
from yixian.web.meetings.queries.archive_proposal import core
from yixian.web.organisations.models import Member
from yixian.web.shared import audit
from yixian.web.shared.text import pinyin_key

RANK_STEP = 10


class Units:
    """The members of one federation by name; what is missing is added once and noted in `made`."""

    def __init__(self, by: Person, made: list[Any]) -> None:
        self.by, self._made = by, made
        self._known = {core(m.name): m for m in Member.objects.filter(federation_id=by.federation_id)}

    def find(self, name: str) -> Member | None:
        """The member of this name, if there is one by now."""
        return self._known.get(core(name)) if name else None

    def member(self, name: str) -> Member:
        """The member of this name, added to the roster when it is not there."""
        found = self.find(name)
        return found if found is not None else self._add(name)

    def member_or_office(self, name: str) -> Member | None:
        """The member of this name; None stands for the federation itself."""
        return None if core(name) == core(self.by.federation.name) else self.member(name)

    def _add(self, name: str) -> Member:
        own = Member.objects.filter(federation_id=self.by.federation_id)
        rank = (own.aggregate(most=Max("rank"))["most"] or 0) + RANK_STEP
        member = Member.objects.create(
            federation_id=self.by.federation_id, name=name, short_name=usual_short_name(name)[:40], rank=rank,
            pinyin=pinyin_key(name),
        )  # fmt: skip
        self._known[core(name)] = member
        self._made.append(member)
        audit.record(
            by=self.by, verb="organisations.add_member", thing=member, changes={"name": [None, name]}
        )
        return member


def add_person(by: Person, member: Member | None, values: dict[str, Any]) -> Person | None:
    """Put a named person on the roster unless somebody of this name is there already.

    Whoever is not known to hold the post still cannot sign in or be invited: an old report does not say so.
    People of the federation's own office never get access this way.
    """
    people = Person.objects.filter(federation_id=by.federation_id, member=member, name=values["name"])
    if people.exists():
        return None
    post = values.get("post") or ""
    person = Person.objects.create(
        federation_id=by.federation_id, member=member, name=values["name"][:40],
        duty=Person.Duty.MEMBER if member else Person.Duty.STAFF,
        post=post_of(post) if member and post else "", post_title=post[:60],
        pinyin=pinyin_key(values["name"], is_person=True),
        is_active=member is not None and bool(values.get("still_there")),
    )  # fmt: skip
    changes = {"name": [None, person.name], "post_title": [None, post]}
    audit.record(by=by, verb="accounts.add_person", thing=person, changes=changes)
    return person
