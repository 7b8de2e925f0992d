"""What a federation holds, in the form that a roster file has."""

import json
from collections import defaultdict
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from yixian.documents.roster_columns import folded
from yixian.documents.roster_units import Known, Part, Unit
from yixian.documents.roster_values import Bad, degrees_text, narrow, phones, plain
from yixian.documents.roster_words import POSTS, code_of, word
from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member, Need, Strength, Subdistrict, Topic, Venue


@dataclass
class Held:
    """Units as a file would say them, with the ids of their rows.

    `ids` goes from (unit,), (unit, "person", name) or (unit, "venue", name), all folded, to the row's id;
    a name that two people of a unit share stands in `ambiguous`, a person who can no longer sign in in `disabled`.
    """

    units: dict[str, Unit] = field(default_factory=dict)
    ids: dict[tuple[str, ...], int] = field(default_factory=dict)
    ambiguous: set[tuple[str, str]] = field(default_factory=set)
    disabled: set[tuple[str, str]] = field(default_factory=set)
    phones: dict[str, tuple[str, str]] = field(default_factory=dict)
    subdistricts: dict[str, int] = field(default_factory=dict)
    topics: dict[str, int] = field(default_factory=dict)

    @property
    def known(self) -> Known:
        """The lists that a file is checked against."""
        return Known(tuple(self.subdistricts), tuple(self.topics))

    def digest(self) -> str:
        """Changes whenever anything changes that an import could touch."""
        units = [
            (u.cells, [p.cells for p in u.people], [v.cells for v in u.venues]) for u in self.units.values()
        ]
        ids = sorted([*key, str(pk)] for key, pk in self.ids.items())
        rest = [sorted(self.disabled), self.subdistricts, self.topics]
        return sha256(json.dumps([units, ids, rest], sort_keys=True).encode()).hexdigest()


def held_by(federation_id: int) -> Held:
    """Everything of one federation, in six queries."""
    held = Held(
        subdistricts=dict(Subdistrict.objects.filter(federation_id=federation_id).values_list("name", "pk")),
        topics=dict(Topic.objects.filter(federation_id=federation_id).values_list("name", "pk")),
    )
    strengths, needs = _topics_of(Strength, federation_id), _topics_of(Need, federation_id)
    names: dict[int, str] = {}
    for member in Member.objects.filter(federation_id=federation_id).select_related("subdistrict"):
        unit = Unit(0, _cells_of(member, strengths[member.pk], needs[member.pk]))
        name = names[member.pk] = folded(member.name)
        held.units[name] = unit
        held.ids[name,] = member.pk
    _add_people(held, names, federation_id)
    for venue in Venue.objects.filter(federation_id=federation_id).order_by("pk"):
        unit_name = names[venue.member_id]
        held.units[unit_name].venues.append(Part(0, _venue_cells(venue)))
        held.ids[unit_name, "venue", folded(venue.name)] = venue.pk
    return held


def _add_people(held: Held, names: dict[int, str], federation_id: int) -> None:
    people = Person.objects.filter(federation_id=federation_id, member__isnull=False, erased_at=None)
    for person in people.order_by("rank", "pk"):
        unit_name, own = names[person.member_id], folded(person.name)
        if not person.is_active:
            held.disabled.add((unit_name, own))
            continue
        if (unit_name, "person", own) in held.ids:
            held.ambiguous.add((unit_name, own))
        held.ids[unit_name, "person", own] = person.pk
        held.units[unit_name].people.append(Part(0, person_cells(person)))
        if person.phone:
            held.phones[person.phone] = (person.name, held.units[unit_name].name)


def _topics_of(model: Any, federation_id: int) -> dict[int, list[str]]:
    """The topics of each member, oldest first."""
    found: dict[int, list[str]] = defaultdict(list)
    pairs = (
        model.objects.filter(federation_id=federation_id)
        .order_by("pk")
        .values_list("member_id", "topic__name")
    )
    for member_id, topic in pairs:
        found[member_id].append(topic)
    return found


def _cells_of(member: Member, strengths: list[str], needs: list[str]) -> dict[str, str]:
    return {
        "name": member.name,
        "short_name": line_of(member.short_name),
        "industry": member.industry,
        "subdistrict": member.subdistrict.name if member.subdistrict else "",
        "address": line_of(member.address),
        "latitude": degrees_text(member.latitude) if member.latitude is not None else "",
        "longitude": degrees_text(member.longitude) if member.longitude is not None else "",
        "workers": str(member.workers) if member.workers is not None else "",
        "joined_on": member.joined_on.isoformat() if member.joined_on else "",
        "is_active": "yes" if member.is_active else "no",
        "strengths": "、".join(strengths),
        "needs": "、".join(needs),
        "note": plain(member.note),
    }


def person_cells(person: Person) -> dict[str, str]:
    """A person as a file says it; the post is the exact title where there is one."""
    code = code_of(POSTS, person.post_title) if person.post_title else person.post
    post = word(POSTS, code, "zh") if code else line_of(person.post_title)
    return {"person": person.name, "post": post, "phone": _phone(person.phone), "email": narrow(person.email)}


def line_of(text: str) -> str:
    """A text as a file's cell gives it back."""
    return " ".join(plain(text).split())


def _phone(text: str) -> str:
    try:
        return phones(text)[0] if text else ""
    except Bad:
        return text


def _venue_cells(venue: Venue) -> dict[str, str]:
    capacity = str(venue.capacity) if venue.capacity is not None else ""
    return {"venue": venue.name, "kind": venue.kind, "capacity": capacity, "gear": line_of(venue.gear)}
