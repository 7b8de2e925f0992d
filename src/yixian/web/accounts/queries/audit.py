"""The audit trail, newest first, by keyset: the place in the list is a serial, not a page number."""

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import get_language

from yixian.web.accounts.models import Person
from yixian.web.accounts.queries.audit_rows import PERSON, Entry, Reader, Row
from yixian.web.shared import audit
from yixian.web.shared.models import AuditEntry, AuditHead
from yixian.web.shared.policy import may
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows
from yixian.web.shared.trail import words_of
from yixian.web.shared.writing import Options

PER_PAGE = 50
LOOKED_AT = 20
DIGITS = 15


def _head(federation_id: int) -> QuerySet[AuditHead]:
    return AuditHead.objects.filter(federation_id=federation_id)


HEAD: Prepared[AuditHead] = Prepared(_head, federation_id=int)


def entries_visible_to(person: Person) -> QuerySet[AuditEntry]:
    """The trail of the person's federation."""
    if not may(person, "accounts.see_audit"):
        return AuditEntry.objects.none()
    return AuditEntry.objects.filter(federation_id=person.federation_id)


@dataclass(frozen=True)
class Filters:
    """What the trail was narrowed to, as it stands in the address.

    `who` and `about` are parts of names; `person` and `thing` (kind:number) come from links and mean one exactly.
    """

    who: str = ""
    verb: str = ""
    about: str = ""
    since: str = ""
    until: str = ""
    person: str = ""
    thing: str = ""
    before: str = ""


NAMES = tuple(each.name for each in fields(Filters))


@dataclass(frozen=True)
class AuditPage:
    """Entries, where the earlier ones begin, and whether the chain's end is whole."""

    rows: list[Row]
    earlier: int | None
    verbs: Options
    person: str
    thing: str
    is_whole: bool
    faults: list[str] | None
    length: int


def audit_page(by: Person, filters: Filters, *, whole: bool = False) -> AuditPage:
    """The entries that fit; `whole` checks the chain from its beginning, otherwise its last entries only."""
    words = words_of(get_language() or "en")
    erased = set(ERASED.one_column(by=by))
    newest = _entries(NEWEST.all(by=by))
    found = newest if filters == Filters() else _found(by, filters, erased)
    reader = Reader(words, erased)
    rows = [reader.row(entry) for entry in found[:PER_PAGE]]
    head = HEAD.first(federation_id=by.federation_id)
    faults = audit.verify(by.federation_id) if whole else None
    return AuditPage(
        rows=rows,
        earlier=found[PER_PAGE - 1].serial if len(found) > PER_PAGE else None,
        verbs=words.choice_of_verbs,
        person=rows[0].who if rows and filters.person else "",
        thing=f"{rows[0].kind} {rows[0].label}" if rows and filters.thing else "",
        is_whole=not faults if whole else _end_is_whole(newest[: LOOKED_AT + 1], head),
        faults=faults,
        length=head.length if head else 0,
    )


def _erased(by: Person) -> QuerySet[Person, Any]:
    """Whose names are shown no more."""
    gone = Person.objects.filter(federation_id=by.federation_id, erased_at__isnull=False)
    return gone.order_by().values_list("pk")


def _newest(by: Person) -> QuerySet[AuditEntry, Any]:
    return entries_visible_to(by).order_by("-serial").values_list(*Entry._fields)[: PER_PAGE + 1]


ERASED = PreparedRows(_erased, by=Asker)
NEWEST = PreparedRows(_newest, by=Asker)


def _found(by: Person, filters: Filters, erased: set[int]) -> list[Entry]:
    """The newest entries that fit."""
    fitting = entries_visible_to(by).filter(_narrowed(filters, erased)).order_by("-serial")
    return _entries(fitting.values_list(*Entry._fields)[: PER_PAGE + 1])


def _entries(rows: Iterable[Any]) -> list[Entry]:
    return [Entry(*row) for row in rows]


def _narrowed(filters: Filters, erased: set[int]) -> Q:
    query = Q()
    if filters.who.strip():
        query &= _by_name(filters.who.strip(), erased)
    if filters.person.isdecimal():
        query &= Q(actor_id=int(filters.person[:DIGITS]))
    if filters.verb:
        query &= Q(verb=filters.verb)
    if filters.about.strip():
        query &= _about(filters.about.strip(), erased)
    kind, _sign, thing_id = filters.thing.partition(":")
    if kind:
        query &= Q(thing_type=kind, thing_id=thing_id) if thing_id else Q(thing_type=kind)
    for name, wish, shift in (("at__gte", filters.since, 0), ("at__lt", filters.until, 1)):
        day = _day(wish)
        if day:
            query &= Q(**{name: timezone.make_aware(datetime.combine(day + timedelta(days=shift), time()))})
    if filters.before.isdecimal():
        query &= Q(serial__lt=int(filters.before[:DIGITS]))
    return query


def _by_name(name: str, erased: set[int]) -> Q:
    """What somebody of this name did, or had done; an erased person is not found by the name of old."""
    did = Q(actor_name__icontains=name)
    if erased:
        did &= ~Q(actor_id__in=erased) | Q(actor_id=None)
    return did | Q(on_behalf_of__icontains=name)


def _about(name: str, erased: set[int]) -> Q:
    """What was done to a thing of this name; an erased person is not found by the name of old."""
    about = Q(thing_label__icontains=name)
    if erased:
        about &= ~Q(thing_type=PERSON, thing_id__in=[str(pk) for pk in erased])
    return about


def _day(text: str) -> date | None:
    try:
        return parse_date(text)
    except ValueError:
        return None


def _end_is_whole(newest: Sequence[Any], head: AuditHead | None) -> bool:
    """Whether the last entries, newest first, follow from each other and end where the head says."""
    if head is None or not newest:
        return head is None and not newest
    if (newest[0].serial, newest[0].digest) != (head.length, head.digest):
        return False
    pairs = list(zip(newest, [entry.digest for entry in newest[1:]], strict=False))
    if newest[-1].serial == 1:
        pairs.append((newest[-1], ""))
    return all(hmac.compare_digest(entry.digest, audit.digest_of(entry, before)) for entry, before in pairs)
