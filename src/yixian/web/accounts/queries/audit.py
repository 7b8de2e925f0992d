"""The audit trail, newest first, by keyset: the place in the list is a serial, not a page number."""

import hmac
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _

from yixian.web.accounts.audit_words import field_text, thing_text, value_text, verb_text
from yixian.web.accounts.models import Person
from yixian.web.shared import audit
from yixian.web.shared.models import AuditEntry, AuditHead
from yixian.web.shared.policy import may
from yixian.web.shared.templatetags.ui_dates import moment

PER_PAGE = 50
LOOKED_AT = 20
LONGEST = 200


def entries_visible_to(person: Person) -> QuerySet[AuditEntry]:
    """The trail of the person's federation."""
    if not may(person, "accounts.see_audit"):
        return AuditEntry.objects.none()
    return AuditEntry.objects.filter(federation_id=person.federation_id)


@dataclass(frozen=True)
class Filters:
    """What the trail was narrowed to, as it stands in the address."""

    who: str = ""
    verb: str = ""
    thing: str = ""
    since: str = ""
    until: str = ""
    before: str = ""


@dataclass(frozen=True)
class Change:
    """One field before and after."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Row:
    """One entry in words."""

    serial: int
    at: datetime
    who: str
    on_behalf_of: str
    what: str
    kind: str
    label: str
    thing: str
    changes: list[Change]


@dataclass(frozen=True)
class AuditPage:
    """Entries, where the earlier ones begin, and whether the chain's end is whole."""

    rows: list[Row]
    earlier: int | None
    verbs: list[tuple[str, str]]
    is_whole: bool
    faults: list[str] | None
    length: int


def audit_page(person: Person, filters: Filters, *, whole: bool = False) -> AuditPage:
    """The entries that fit; `whole` checks the chain from its beginning, otherwise its last entries only."""
    every = entries_visible_to(person)
    found = list(every.filter(_narrowed(filters)).order_by("-serial")[: PER_PAGE + 1])
    erased = set(
        Person.objects.filter(federation_id=person.federation_id, erased_at__isnull=False).values_list(
            "pk", flat=True
        )
    )
    head = AuditHead.objects.filter(federation_id=person.federation_id).first()
    faults = audit.verify(person.federation_id) if whole else None
    verbs = every.order_by("verb").values_list("verb", flat=True).distinct()
    return AuditPage(
        rows=[_row(entry, erased) for entry in found[:PER_PAGE]],
        earlier=found[PER_PAGE - 1].serial if len(found) > PER_PAGE else None,
        verbs=sorted(((verb, verb_text(verb)) for verb in verbs), key=lambda pair: pair[1]),
        is_whole=not faults if faults is not None else _end_is_whole(every, head),
        faults=faults,
        length=head.length if head else 0,
    )


def _narrowed(filters: Filters) -> Q:
    query = Q()
    if filters.who.isdecimal():
        query &= Q(actor_id=int(filters.who[:12]))
    elif filters.who.strip():
        query &= Q(actor_name__icontains=filters.who.strip()) | Q(on_behalf_of__icontains=filters.who.strip())
    if filters.verb:
        query &= Q(verb=filters.verb)
    kind, _sign, thing_id = filters.thing.partition(":")
    if kind:
        query &= Q(thing_type=kind, thing_id=thing_id) if thing_id else Q(thing_type=kind)
    for name, wish, shift in (("at__gte", filters.since, 0), ("at__lt", filters.until, 1)):
        day = _day(wish)
        if day:
            query &= Q(**{name: timezone.make_aware(datetime.combine(day + timedelta(days=shift), time()))})
    if filters.before.isdecimal():
        query &= Q(serial__lt=int(filters.before[:15]))
    return query


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _end_is_whole(every: QuerySet[AuditEntry], head: AuditHead | None) -> bool:
    """Whether the last entries follow from each other and end where the head says."""
    last = list(every.order_by("-serial")[: LOOKED_AT + 1])
    if head is None or not last:
        return head is None and not last
    if (last[0].serial, last[0].digest) != (head.length, head.digest):
        return False
    pairs = list(zip(last, [entry.digest for entry in last[1:]], strict=False))
    if last[-1].serial == 1:
        pairs.append((last[-1], ""))
    return all(hmac.compare_digest(entry.digest, audit.digest_of(entry, before)) for entry, before in pairs)


def _row(entry: AuditEntry, erased: set[int]) -> Row:
    """One entry in words; who was erased since stays without a name, and so do the changes to their record."""
    is_person = entry.thing_type == "accounts.person"
    hidden = is_person and entry.thing_id.isdecimal() and int(entry.thing_id) in erased
    who = _("erased person") if entry.actor_id in erased else entry.actor_name or _("the site itself")
    return Row(
        serial=entry.serial,
        at=entry.at,
        who=who,
        on_behalf_of=entry.on_behalf_of,
        what=verb_text(entry.verb),
        kind=thing_text(entry.thing_type),
        label=_("erased person") if hidden else entry.thing_label,
        thing=f"{entry.thing_type}:{entry.thing_id}",
        changes=[]
        if hidden
        else [_change(entry.thing_type, name, values) for name, values in entry.changes.items()],
    )


def _change(thing_type: str, name: str, values: Any) -> Change:
    """One field: nothing before stays empty, so that the page shows only what came."""
    before, after = values if isinstance(values, list) and len(values) == 2 else (None, values)
    old, new = (
        value_text(thing_type, name, each) if isinstance(each, str) else each for each in (before, after)
    )
    return Change(field_text(name), "" if old in (None, "", []) else _text(old), _text(new))


def _text(value: Any) -> str:
    """A stored value as it is read: yes and no, moments of the site's clock, lists with commas."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return _(", ").join(_text(each) for each in value) or "–"
    if isinstance(value, dict):
        return _(", ").join(f"{field_text(key)} {_text(each)}" for key, each in value.items()) or "–"
    text = str(value)[:LONGEST]
    return moment(_moment(text)) or text


def _moment(text: str) -> datetime | None:
    if len(text) < 19 or text[4:5] != "-" or text[10:11] != "T":
        return None
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and timezone.is_aware(found) else None
