"""All hard rules; a new rule is a new file here and a line in this table."""

from yixian.planner.rules import (
    announced,
    blackout,
    can_host,
    capacity,
    day_gap,
    one_meeting,
    pinned,
    repeat,
    venue_kind,
    working_day,
)
from yixian.planner.rules.base import Rule

RULES: tuple[Rule, ...] = (
    one_meeting.RULE,
    can_host.RULE,
    announced.RULE,
    pinned.RULE,
    blackout.RULE,
    capacity.RULE,
    venue_kind.RULE,
    working_day.RULE,
    day_gap.RULE,
    repeat.RULE,
)

RULE_BY_CODE: dict[str, Rule] = {rule.code: rule for rule in RULES}
