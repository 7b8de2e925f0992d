"""Carry out the steps of a dry run; runs inside the transaction of the action that calls it."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Max

from yixian.documents.roster_columns import folded
from yixian.documents.roster_words import POSTS, code_of, post_of
from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member, Need, Strength, Subdistrict, Topic, Venue
from yixian.web.shared.text import pinyin_key

Step = dict[str, Any]
STEP = 10
MEMBER_TEXTS = ("short_name", "industry", "address", "note")


def apply_steps(federation_id: int, steps: dict[str, Any]) -> None:
    """Write everything: lists first, then members, then their people, venues and topics."""
    _Writing(federation_id).run(steps)


class _Writing:
    """One import into one federation."""

    def __init__(self, federation_id: int) -> None:
        self.federation_id = federation_id
        self.subdistricts: dict[str, int] = {}
        self.topics: dict[str, int] = {}
        self.members: dict[int, Member] = {}

    def run(self, steps: dict[str, Any]) -> None:
        """All of it, in the order in which things depend on each other."""
        self.subdistricts = self._listed(Subdistrict, steps["subdistricts"])
        self.topics = self._listed(Topic, steps["topics"])
        units = [step for step in steps["units"] if _touched(step)]
        members = self._members(units)
        pairs = list(zip(members, units, strict=True))
        self._people([(member, step) for member, unit in pairs for step in unit["people"]])
        self._venues([(member, step) for member, unit in pairs for step in unit["venues"]])
        for model, key in ((Strength, "strengths"), (Need, "needs")):
            self._choices(model, [(m, new) for m, u in pairs for k, _, new in u["changes"] if k == key])

    def _listed(self, model: Any, new: list[str]) -> dict[str, int]:
        """The federation's list of names with ids, after adding the new ones."""
        model.objects.bulk_create(self._list_rows(model, new))
        return dict(model.objects.filter(federation_id=self.federation_id).values_list("name", "pk"))

    def _list_rows(self, model: Any, new: list[str]) -> list[Any]:
        if model is Subdistrict:
            return [model(federation_id=self.federation_id, name=name) for name in new]
        return [
            model(federation_id=self.federation_id, name=name, rank=n * STEP) for n, name in enumerate(new, 1)
        ]

    def _members(self, units: list[Step]) -> list[Member]:
        """The member of each step, created or changed."""
        own = Member.objects.filter(federation_id=self.federation_id)
        held = own.in_bulk([step["pk"] for step in units if step["pk"]])
        rank = own.aggregate(most=Max("rank"))["most"] or 0
        members, new, changed = [], [], []
        for step in units:
            member = held.get(step["pk"])
            if member is None:
                rank += STEP
                member = Member(federation_id=self.federation_id, name=step["name"], rank=rank)
                member.pinyin = pinyin_key(member.name)
                new.append(member)
            elif step["changes"]:
                changed.append(member)
            for key, _old, value in step["changes"]:
                self._set_member(member, key, value)
            members.append(member)
        Member.objects.bulk_create(new)
        fields = [*MEMBER_TEXTS, "subdistrict", "latitude", "longitude", "workers", "joined_on", "is_active"]
        Member.objects.bulk_update(changed, fields, batch_size=50)
        return members

    def _set_member(self, member: Member, key: str, value: str) -> None:
        if key in MEMBER_TEXTS:
            setattr(member, key, value)
        elif key == "subdistrict":
            member.subdistrict_id = self.subdistricts[value]
        elif key in ("latitude", "longitude"):
            setattr(member, key, Decimal(value))
        elif key == "workers":
            member.workers = int(value)
        elif key == "joined_on":
            member.joined_on = date.fromisoformat(value)
        elif key == "is_active":
            member.is_active = value == "yes"

    def _people(self, pairs: list[tuple[Member, Step]]) -> None:
        """People, in the order of the file behind those who are there."""
        own = Person.objects.filter(federation_id=self.federation_id)
        held = own.in_bulk([step["pk"] for _, step in pairs if step["pk"]])
        ranks = dict(own.values_list("member_id").annotate(most=Max("rank")).order_by())
        new, changed = [], []
        for member, step in pairs:
            person = held.get(step["pk"])
            if person is None:
                ranks[member.pk] = ranks.get(member.pk, 0) + STEP
                person = Person(
                    federation_id=self.federation_id, member=member, name=step["name"], rank=ranks[member.pk]
                )
                person.pinyin = pinyin_key(person.name, is_person=True)
                new.append(person)
            elif step["changes"]:
                changed.append(person)
            for key, _old, value in step["changes"]:
                _set_person(person, key, value)
        Person.objects.bulk_create(new)
        Person.objects.bulk_update(changed, ["post", "post_title", "phone", "email"], batch_size=100)

    def _venues(self, pairs: list[tuple[Member, Step]]) -> None:
        own = Venue.objects.filter(federation_id=self.federation_id)
        held = own.in_bulk([step["pk"] for _, step in pairs if step["pk"]])
        new, changed = [], []
        for member, step in pairs:
            venue = held.get(step["pk"])
            if venue is None:
                venue = Venue(federation_id=self.federation_id, member=member, name=step["name"])
                new.append(venue)
            elif step["changes"]:
                changed.append(venue)
            for key, _old, value in step["changes"]:
                setattr(venue, key, int(value) if key == "capacity" else value)
        Venue.objects.bulk_create(new)
        Venue.objects.bulk_update(changed, ["kind", "capacity", "gear"], batch_size=100)

    def _choices(self, model: Any, pairs: list[tuple[Member, str]]) -> None:
        """Make a member's strengths or needs exactly the topics named; what stays keeps its note."""
        held: dict[int, dict[int, int]] = {}
        ids = [member.pk for member, _ in pairs]
        for pk, member_id, topic_id in model.objects.filter(member__in=ids).values_list(
            "pk", "member_id", "topic_id"
        ):
            held.setdefault(member_id, {})[topic_id] = pk
        new, gone = [], []
        for member, value in pairs:
            wanted = [self.topics[name] for name in value.split("、") if name]
            now = held.get(member.pk, {})
            gone += [pk for topic_id, pk in now.items() if topic_id not in wanted]
            new += [
                model(federation_id=self.federation_id, member=member, topic_id=topic_id)
                for topic_id in wanted
                if topic_id not in now
            ]
        model.objects.filter(pk__in=gone).delete()
        model.objects.bulk_create(new)


def _touched(step: Step) -> bool:
    """Whether anything happens in a unit."""
    return step["do"] != "same" or any(each["do"] != "same" for each in (*step["people"], *step["venues"]))


def _set_person(person: Person, key: str, value: str) -> None:
    if key == "post":
        person.post = post_of(value)
        person.post_title = "" if code_of(POSTS, value) and folded(value) else value
    else:
        setattr(person, key, value)
