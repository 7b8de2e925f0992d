"""The audit trail: append-only, one hash chain per federation, keyed from outside the database."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import QuerySet
from django.utils import timezone

from yixian.web.shared.models import AuditEntry, AuditHead
from yixian.web.shared.prepared import Prepared

_listeners: ContextVar[tuple[list[str], ...]] = ContextVar("audit_listeners", default=())


@contextmanager
def listening() -> Iterator[list[str]]:
    """Hear what is recorded inside the block."""
    heard: list[str] = []
    token = _listeners.set((*_listeners.get(), heard))
    try:
        yield heard
    finally:
        _listeners.reset(token)


def _tell(what: str) -> None:
    for heard in _listeners.get():
        heard.append(what)


def nothing_changed() -> None:
    """Say that an action found everything as wanted already, and wrote nothing."""
    _tell("nothing changed")


def record(
    *, by: Any, verb: str, thing: Any, changes: dict[str, Any] | None = None, on_behalf_of: Any = None
) -> AuditEntry:
    """Append one entry: who did what to which thing, what changed, and on whose behalf.

    `by` may be None for what the system does by itself. `changes` must be plain JSON values.
    """
    federation_id = _federation_of(by, thing)
    head = HEAD.first(federation_id=federation_id) or _first_head(federation_id)
    entry = AuditEntry(
        federation_id=federation_id,
        serial=head.length + 1,
        at=timezone.now(),
        actor_id=getattr(by, "pk", None),
        actor_name=str(by) if by is not None else "",
        on_behalf_of=str(on_behalf_of) if on_behalf_of is not None else "",
        verb=verb,
        thing_type=thing._meta.label_lower,
        thing_id=str(thing.pk),
        thing_label=str(thing)[:200],
        changes=json.loads(json.dumps(changes or {}, cls=DjangoJSONEncoder)),
    )
    entry.digest = digest_of(entry, head.digest)
    entry.save(force_insert=True)
    AuditHead.objects.filter(pk=head.pk).update(length=entry.serial, digest=entry.digest)
    _tell(verb)
    return entry


def _locked(federation_id: int) -> QuerySet[AuditHead]:
    return AuditHead.objects.select_for_update().filter(federation_id=federation_id)


HEAD: Prepared[AuditHead] = Prepared(_locked, federation_id=int)


def _first_head(federation_id: int) -> AuditHead:
    head, _made = AuditHead.objects.select_for_update().get_or_create(federation_id=federation_id)
    return head


def _federation_of(by: Any, thing: Any) -> int:
    """The federation whose trail this belongs to: the thing's own, else the person's, else none (0)."""
    if thing._meta.model_name == "federation":
        return int(thing.pk)
    return int(getattr(thing, "federation_id", None) or getattr(by, "federation_id", None) or 0)


def digest_of(entry: AuditEntry, previous: str) -> str:
    """HMAC-SHA256 over the previous digest and every field of the entry, in hexadecimal."""
    fields = [
        previous, entry.federation_id, entry.serial, entry.at.isoformat(), entry.actor_id, entry.actor_name,
        entry.on_behalf_of, entry.verb, entry.thing_type, entry.thing_id, entry.thing_label, entry.changes,
    ]  # fmt: skip
    text = json.dumps(fields, ensure_ascii=False, sort_keys=True)
    return hmac.new(settings.AUDIT_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()


def verify(federation_id: int) -> list[str]:
    """Every break in a federation's chain, in words; an empty list when the trail is whole."""
    previous, serial, faults = "", 0, []
    for entry in AuditEntry.objects.filter(federation_id=federation_id).order_by("serial").iterator():
        serial += 1
        if entry.serial != serial:
            faults.append(f"entry {serial} is missing")
            serial = entry.serial
        if not hmac.compare_digest(entry.digest, digest_of(entry, previous)):
            faults.append(f"entry {entry.serial} was changed")
        previous = entry.digest
    head = AuditHead.objects.filter(federation_id=federation_id).first()
    if (head.length if head else 0) != serial or (head.digest if head else "") != previous:
        faults.append("the end of the trail is missing")
    return faults
