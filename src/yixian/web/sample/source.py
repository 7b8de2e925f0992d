"""The facts of the public report that the method comes from, accepted the way an office accepts a report.

Only facts that the report states are here, and no sentence of it. Whoever looks after the federation in the
demo is no real person and says so.
"""

import json
from pathlib import Path
from typing import Any

from yixian.web.accounts.models import Person
from yixian.web.meetings.actions.archive import accept_draft, keep_draft
from yixian.web.meetings.forms.archive_slots import Decision, proposed
from yixian.web.meetings.models import ArchiveDraft
from yixian.web.meetings.queries.archive_proposal import parts_of
from yixian.web.organisations.models import Federation

FACTS = Path(__file__).with_name("data") / "laoshan_2023.json"
REGION = "370212"


def load() -> Federation:
    """Set up the federation of the report, and take the report's facts into its history."""
    record = json.loads(FACTS.read_text(encoding="utf-8"))
    name = record["organiser"]["value"]
    federation = Federation.objects.create(
        name=name, short_name=name.removesuffix("总工会"), region_code=REGION, is_sample=False
    )
    officer = Person.objects.create(
        federation=federation, name="演示账号", duty=Person.Duty.OFFICE, post_title="仅供演示，并非真实人员"
    )
    draft, _new = keep_draft(by=officer, record=record, source_name=source_of(record))
    accept_draft(by=officer, draft=draft, decision=decided(draft))
    return federation


def source_of(record: dict[str, Any]) -> str:
    """Where the report stood."""
    return f"{record['source']['value']} {record['published']['value']}"


def decided(draft: ArchiveDraft) -> Decision:
    """What was read, and the one thing that the text leaves open: the group whose vice-chair speaks is the host's."""
    decision = proposed(parts_of(draft))
    told = draft.record["meetings"][0]
    speaker = told["representative"]["name"]["value"]
    for key, values in decision.items():
        if key.startswith("person-") and values["name"] == speaker:
            values.update(take=True, organisation=told["host"]["value"], post=f"集团{values['post']}")
    return decision
