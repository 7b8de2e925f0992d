"""A report on its way into history: the page on which it is looked over."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.forms.archive import ReviewForm
from yixian.web.meetings.forms.archive_slots import TONES, Part, language, words
from yixian.web.meetings.models import ArchiveDraft
from yixian.web.meetings.queries.archive_list import STATE_TONES
from yixian.web.meetings.queries.archive_proposal import Roster, core, parts_of, record_of
from yixian.web.meetings.rules.archive import can_decide, can_drop


@dataclass(frozen=True)
class Evidence:
    """Where a value stands in the report; offsets are characters of the shown text, -1 where it is not kept."""

    start: int
    end: int
    sentence_start: int
    sentence_end: int
    confidence: str
    tone: str
    sentence: str
    original: str
    sentence_original: str
    remarks: tuple[str, ...]


@dataclass(frozen=True)
class Row:
    """A field of the review with its evidence and what is open about it."""

    field: BoundField
    evidence: Evidence | None
    questions: tuple[str, ...]
    unit: str


@dataclass(frozen=True)
class Section:
    """A part of the review as the page shows it."""

    part: Part
    take: BoundField
    rows: list[Row]
    questions: tuple[str, ...]


@dataclass(frozen=True)
class ReviewPage:
    """Everything on the page of a draft."""

    draft: ArchiveDraft
    tone: str
    sections: list[Section]
    lines: list[tuple[int, str]]
    original: str
    units: list[str]
    told: list[tuple[str, str]]
    made: list[tuple[str, str]]
    can_decide: bool
    can_drop: bool
    open_count: int


def review_page(person: Person, draft: ArchiveDraft, form: ReviewForm | None) -> ReviewPage:
    """Read the page; a form with errors keeps what was typed."""
    roster = Roster(draft.federation)
    form = form.without_remarks() if form else None
    sections = [_section(part, form, draft.text, roster) for part in form.parts] if form else []
    record = record_of(draft)
    return ReviewPage(
        draft=draft,
        tone=STATE_TONES[draft.state],
        sections=sections,
        lines=lines_of(draft.text),
        original=record.get("text_original", "") if record.get("text_original") != draft.text else "",
        units=roster.names if form else [],
        told=told_besides(record),
        made=made_by(draft),
        can_decide=can_decide(person, draft),
        can_drop=can_drop(person, draft),
        open_count=len(record["open_questions"]),
    )


def review_form(draft: ArchiveDraft, data: Any = None) -> ReviewForm:
    """The form that belongs to a draft."""
    return ReviewForm(data, parts=parts_of(draft))


def lines_of(text: str) -> list[tuple[int, str]]:
    """The lines of the text, each with the offset at which it begins."""
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, line))
        at += len(line) + 1
    return lines


def _section(part: Part, form: ReviewForm, text: str, roster: Roster) -> Section:
    rows = []
    for slot in part.slots:
        bound = form[f"{part.key}-{slot.name}"]
        unit = _unit_words(str(bound.value() or ""), roster) if slot.kind == "unit" else ""
        rows.append(Row(bound, evidence_of(slot.fact, text), _asked(slot.questions), unit))
    return Section(part, form[f"{part.key}-take"], rows, _asked(part.questions))


def _unit_words(name: str, roster: Roster) -> str:
    """Whether a unit is on the roster."""
    if not name:
        return ""
    if core(name) == core(roster.federation.name):
        return _("the federation itself")
    return _("on the roster") if roster.knows(name) else _("not on the roster: will be added")


def _asked(questions: tuple[Mapping[str, Any], ...]) -> tuple[str, ...]:
    """Open questions in words, with what the text says to them."""
    colon = "：" if language() == "zh" else ": "
    asked = []
    for each in questions:
        found = "、".join(each["found"])
        asked.append(f"{words(each['code'])}{colon}{found}" if found else words(each["code"]))
    return tuple(asked)


def evidence_of(fact: Mapping[str, Any] | None, text: str) -> Evidence | None:
    """A fact's place in the text, with its confidence and remarks in words."""
    if fact is None:
        return None
    sentence = fact.get("sentence", "")
    start = fact.get("start", -1) if text else -1
    at = text.find(sentence, max(0, start - len(sentence))) if text and sentence else -1
    codes = [fact["basis"], fact["qualifier"], fact["note"]]
    return Evidence(
        start=start,
        end=fact.get("end", -1) if text else -1,
        sentence_start=at,
        sentence_end=at + len(sentence) if at >= 0 else -1,
        confidence=words(fact["confidence"]),
        tone=TONES[fact["confidence"]],
        sentence=sentence,
        original=fact["original"] if fact["original"] != fact["converted"] else "",
        sentence_original=fact.get("sentence_original", ""),
        remarks=tuple(words(code) for code in codes if code not in ("", "stated", "exact")),
    )


def told_besides(record: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the report says besides, for the record: publisher, day, authors, how the series works."""
    series = record["series"]
    told = [(words(name), _shown(record[name])) for name in ("source", "published", "organiser", "area")]
    told += [(words(each["role"]), each["name"]["converted"]) for each in record["authors"]]
    told += [(words(name), _shown(series[name])) for name in ("name", "cadence", "host_rule", "since_year")]
    told.append((words("venue_kinds"), "、".join(words(each["value"]) for each in record["venue_kinds"])))
    return [(label, value) for label, value in told if value]


def _shown(fact: Mapping[str, Any] | None) -> str:
    return words(str(fact["value"])) if fact else ""


def made_by(draft: ArchiveDraft) -> list[tuple[str, str]]:
    """What came of an accepted report: (kind in words, name)."""
    kinds = {
        "meetings.programme": _("series of meetings"),
        "meetings.meeting": _("meeting"),
        "organisations.member": _("member union"),
        "organisations.venue": _("place"),
        "organisations.topic": _("topic"),
        "accounts.person": _("person"),
        "learning.experience": _("experience (draft)"),
        "learning.question": _("question"),
    }
    return [(str(kinds.get(label, label)), name) for label, _pk, name in draft.decided.get("made", [])]
