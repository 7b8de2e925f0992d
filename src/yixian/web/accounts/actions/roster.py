"""A roster is read, looked at, and accepted as a whole or dropped."""

import re
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.documents.roster_columns import COLUMNS
from yixian.documents.roster_parse import parse
from yixian.documents.roster_read import read_rows
from yixian.documents.roster_write import roster_csv, roster_xlsx
from yixian.web.accounts.models import Person, RosterImport
from yixian.web.accounts.roster.apply import apply_steps
from yixian.web.accounts.roster.compare import steps_of
from yixian.web.accounts.roster.current import held_by
from yixian.web.accounts.roster.numbers import counts
from yixian.web.accounts.rules import check_can_accept_roster, check_can_drop_roster
from yixian.web.shared import audit
from yixian.web.shared.actions import action
from yixian.web.shared.errors import DomainError
from yixian.web.shared.policy import check
from yixian.web.shared.text import mask_phone

NUMBER = re.compile(r"\d[\d\- ]{5,}\d")
WRITERS = {"xlsx": roster_xlsx, "csv": roster_csv}


def draft_roster(*, by: Person, file_name: str, content: bytes) -> RosterImport:
    """Read a file and store what accepting it would do; `Unreadable` when it is no roster at all.

    The file is read before the transaction begins: a child process may take seconds.
    """
    check(by, "accounts.import_roster")
    return _store_draft(by=by, file_name=file_name, rows=read_rows(content))


def draft_from_rows(*, by: Person, file_name: str, rows: list[dict[str, str]]) -> RosterImport:
    """The same from rows at hand (column key to text), such as the sample's."""
    head = [column.zh for column in COLUMNS]
    body = [[row.get(column.key, "") for column in COLUMNS] for row in rows]
    return _store_draft(by=by, file_name=file_name, rows=[head, *body])


@action
def _store_draft(*, by: Person, file_name: str, rows: list[list[str]]) -> RosterImport:
    """Compare with what is there and keep the result."""
    check(by, "accounts.import_roster")
    held = held_by(by.federation_id)
    roster = parse(rows, held.known)
    steps, problems = steps_of(roster, held)
    every = sorted([*roster.problems, *problems], key=lambda problem: problem.row)
    draft = RosterImport.objects.create(
        federation_id=by.federation_id,
        file_name=file_name[:200],
        steps=steps,
        problems=[problem.as_json() for problem in every],
        found=held.digest(),
        uploaded_by_id=by.pk,
        uploaded_by_name=str(by),
    )
    audit.record(by=by, verb="accounts.draft_roster", thing=draft, changes={"state": [None, draft.state]})
    return draft


@action
def accept_roster(*, by: Person, draft: RosterImport) -> RosterImport:
    """Do all of it or nothing; refused when anything changed since the file was read."""
    draft = RosterImport.objects.select_for_update().get(pk=draft.pk)
    check_can_accept_roster(by, draft)
    if held_by(draft.federation_id).digest() != draft.found:
        raise DomainError(
            _(
                "Members or people were changed since this file was read. Nothing was imported; upload it again."
            )
        )
    apply_steps(draft.federation_id, draft.steps)
    done = {key: [0, number] for key, number in counts(draft.steps).items() if number}
    return _decide(draft, RosterImport.State.ACCEPTED, by, done)


@action
def drop_roster(*, by: Person, draft: RosterImport) -> RosterImport:
    """Forget a dry run; nothing was changed and nothing will be."""
    check_can_drop_roster(by, draft)
    draft.steps = {}
    return _decide(draft, RosterImport.State.DROPPED, by, {})


def _decide(draft: RosterImport, state: Any, by: Person, done: dict[str, Any]) -> RosterImport:
    """Close a dry run; phone numbers do not stay in it."""
    before, draft.state, draft.decided_at = draft.state, state, timezone.now()
    draft.steps = _without_phones(draft.steps)
    draft.problems = [] if state == RosterImport.State.DROPPED else _masked(draft.problems)
    draft.save(update_fields=["state", "decided_at", "steps", "problems"])
    verb = f"accounts.{'accept' if state == RosterImport.State.ACCEPTED else 'drop'}_roster"
    audit.record(by=by, verb=verb, thing=draft, changes={"state": [before, state], **done})
    return draft


def _masked(problems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The remarks with every number masked that could be somebody's."""
    for problem in problems:
        values = problem["values"].items()
        problem["values"] = {
            key: NUMBER.sub(lambda found: mask_phone(found[0]), text) for key, text in values
        }
    return problems


def _without_phones(steps: dict[str, Any]) -> dict[str, Any]:
    for unit in steps.get("units", []):
        for person in unit["people"]:
            person["changes"] = [
                [key, mask_phone(old), mask_phone(new)] if key == "phone" else [key, old, new]
                for key, old, new in person["changes"]
            ]
    return steps


@action
def export_roster(*, by: Person, form: str, language: str) -> bytes:
    """The roster as a file (`form` xlsx or csv); it holds phone numbers, so that taking it is written down."""
    check(by, "accounts.export_roster")
    units = held_by(by.federation_id).units.values()
    content = WRITERS[form](units, language)
    audit.record(by=by, verb="accounts.export_roster", thing=by.federation, changes={"form": [None, form]})
    return content
