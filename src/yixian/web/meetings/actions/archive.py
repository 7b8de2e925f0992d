"""Reports come in as drafts; accepted, they are history; dropped, they leave nothing behind but the draft."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.meetings.actions import archive_history
from yixian.web.meetings.forms.archive_slots import Decision
from yixian.web.meetings.models import ArchiveDraft
from yixian.web.meetings.queries.archive_reading import digest_of
from yixian.web.meetings.rules.archive import check_can_decide, check_can_drop
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action


@action
def keep_draft(*, by: Person, record: dict[str, Any], source_name: str) -> tuple[ArchiveDraft, bool]:
    """Keep what was read as a draft; the same text read again finds the draft that is there (False)."""
    policy.check(by, "meetings.read_archive")
    digest = digest_of(record)
    earlier = ArchiveDraft.objects.filter(federation_id=by.federation_id, digest=digest).first()
    if earlier is not None:
        audit.nothing_changed()
        return earlier, False
    title = record["title"]["converted"] if record["title"] else source_name
    draft = ArchiveDraft.objects.create(
        federation_id=by.federation_id,
        title=title[:200],
        source_name=source_name[:200],
        digest=digest,
        text=record.get("text", ""),
        record={name: value for name, value in record.items() if name != "text"},
        read_by=by,
    )
    audit.record(by=by, verb="meetings.read_report", thing=draft)
    return draft, True


@action
def drop_draft(*, by: Person, draft: ArchiveDraft) -> ArchiveDraft:
    """Put a draft aside; nothing of it becomes history."""
    check_can_drop(by, draft)
    return _decide(by, draft, ArchiveDraft.State.DROPPED, {}, [])


@action
def accept_draft(*, by: Person, draft: ArchiveDraft, decision: Decision) -> ArchiveDraft:
    """Take what was decided into history, all or nothing.

    `decision` is what `ReviewForm.decision` gives: {part: {"take": bool, slot: value}}.
    """
    check_can_decide(by, draft)
    taken = {key: values for key, values in decision.items() if values["take"]}
    made = archive_history.write(by, draft, taken)
    return _decide(by, draft, ArchiveDraft.State.ACCEPTED, taken, made)


def _decide(by: Person, draft: ArchiveDraft, state: Any, taken: Decision, made: list[Any]) -> ArchiveDraft:
    """Note the decision on the draft: what was taken, and what came of it."""
    before, draft.state = draft.state, state
    rows = [[thing._meta.label_lower, thing.pk, str(thing)] for thing in made]
    draft.decided = json.loads(json.dumps({"taken": taken, "made": rows}, cls=DjangoJSONEncoder))
    draft.decided_by, draft.decided_at = by, timezone.now()
    draft.save(update_fields=["state", "decided", "decided_by", "decided_at"])
    audit.record(
        by=by, verb=f"meetings.archive_{state}", thing=draft,
        changes={"state": [before, state], "made": [None, [f"{label}: {name}" for label, _pk, name in rows]]},
    )  # fmt: skip
    return draft
