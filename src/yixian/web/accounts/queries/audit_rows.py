"""One entry of the audit trail in words."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.shared.templatetags.ui_dates import day
from yixian.web.shared.trail import MONTH, Words

LONGEST = 200
PERSON = "accounts.person"
DAY = re.compile(r"\d{4}-\d\d-\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
DIGITS = frozenset("0123456789")
CLOCK = re.compile(r"\d\d:\d\d:\d\d")


class Entry(NamedTuple):
    """What is kept of one entry: the columns from which its digest is made, and the digest."""

    federation_id: int
    serial: int
    at: datetime
    actor_id: int | None
    actor_name: str
    on_behalf_of: str
    verb: str
    thing_type: str
    thing_id: str
    thing_label: str
    changes: dict[str, Any]
    digest: str


class Change(NamedTuple):
    """One field before and after."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class Row:
    """One entry in words; `clock` is its time of day, `thing` how to ask for all entries about the same."""

    serial: int
    day: str
    clock: str
    who: str
    on_behalf_of: str
    what: str
    kind: str
    label: str
    thing: str
    changes: list[Change]


class Reader:
    """Puts entries into words; who was erased since stays without a name, and so do changes to their record."""

    def __init__(self, words: Words, erased: set[int]) -> None:
        self.words = words
        self.erased = erased
        self.days: dict[date, str] = {}
        self.zone = timezone.get_current_timezone()
        self.nobody, self.site = _("erased person"), _("the site itself")
        self.yes, self.no, self.comma = _("yes"), _("no"), _(", ")

    def row(self, entry: Entry) -> Row:
        """One entry."""
        hidden = (
            entry.thing_type == PERSON and entry.thing_id.isdecimal() and int(entry.thing_id) in self.erased
        )
        at = entry.at.astimezone(self.zone)
        return Row(
            serial=entry.serial,
            day=self._day(at.date()),
            clock=f"{at:%H:%M}",
            who=self.name(entry.actor_id, entry.actor_name),
            on_behalf_of=entry.on_behalf_of,
            what=self.words.verb(entry.verb),
            kind=self.words.thing(entry.thing_type),
            label=self.nobody if hidden else entry.thing_label,
            thing=f"{entry.thing_type}:{entry.thing_id}",
            changes=[]
            if hidden
            else [self._change(entry.thing_type, *each) for each in entry.changes.items()],
        )

    def name(self, pk: int | None, name: str) -> str:
        """Who it was, by the name of that day."""
        return self.nobody if pk in self.erased else name or self.site

    def _day(self, at: date) -> str:
        if at not in self.days:
            self.days[at] = day(at)
        return self.days[at]

    def _change(self, kind: str, name: str, values: Any) -> Change:
        """One field: nothing before stays empty, so that the page shows only what came."""
        before, after = values if isinstance(values, list) and len(values) == 2 else (None, values)
        old = self.words.value(kind, name, before) if isinstance(before, str) else before
        new = self.words.value(kind, name, after) if isinstance(after, str) else after
        before_it = "" if old is None or old in ("", []) else self._text(old)
        return Change(self.words.field(name, kind), before_it, self._text(new))

    def _text(self, value: Any) -> str:
        """A stored value as it is read: yes and no, moments of the site's clock, lists with commas."""
        if value is None or value == "":
            return "–"
        if isinstance(value, str):
            return self._dated(value[:LONGEST])
        if isinstance(value, bool):
            return self.yes if value else self.no
        if isinstance(value, list):
            return self.comma.join(self._text(each) for each in value) or "–"
        if isinstance(value, dict):
            parts = (f"{self.words.field(key)} {self._text(each)}" for key, each in value.items())
            return self.comma.join(parts) or "–"
        return self._dated(str(value)[:LONGEST])

    def _dated(self, text: str) -> str:
        """A text that is a day, a month, a time of day or a moment, as the page writes those; any other as it is."""
        if text[:1] not in DIGITS:
            return text
        try:
            if DAY.fullmatch(text):
                return self._day(date.fromisoformat(text))
            if MOMENT.match(text):
                at = datetime.fromisoformat(text).astimezone(self.zone)
                return f"{self._day(at.date())} {at:%H:%M}"
        except ValueError:
            return text
        if MONTH.fullmatch(text):
            return self.words.field(text)
        return text[:5] if CLOCK.fullmatch(text) else text
