"""A news report (or any text or HTML) in, a draft record for a person to review out. Pure, no Django.

    draft = yixian.archive.read(data, filename="report.html")     # bytes; raises NotAReport
    draft.meetings[0].host.value, draft.meetings[0].host.sentence, draft.meetings[0].host.confidence

Every value is a `Fact`: the value, the words it was read from (`original` as in the report, `converted` in
Simplified Chinese), the whole sentence, offsets into `Draft.text`, a confidence (high, medium, low: see
`facts.Confidence`), whether it was stated or inferred, and a remark code. What the text does not say stays
None or (); what it says in an uncertain way stands in `Draft.open_questions` for a person.

The JSON form (`draft_to_json`, `draft_from_json`, `yixian archive read FILE --json`) has the same names:

    {"format": "yixian.archive.draft/1",
     "title": FACT | null, "source": FACT | null, "published": FACT(date) | null,
     "authors": [{"name": FACT, "role": "reporter|correspondent|author|photographer|editor"}],
     "organiser": FACT | null, "area": FACT | null,
     "series": {"method_name", "name", "cadence", "host_rule": FACT | null,
                "member_unions", "since_year": FACT(int) | null},
     "meetings": [{"date", "end_date": FACT(date) | null, "host": FACT | null, "also_visited": [FACT],
                   "venue_kind", "process_seen": FACT | null, "participants", "unions_attending": FACT(int) | null,
                   "representative": PERSON | null}],
     "earlier_hosts": [{"host": FACT, "year": FACT(int) | null}],
     "venue_kinds": [FACT], "topics": [FACT],
     "quotes": [{"kind": "experience_to_borrow|open_question", "words": FACT, "subjects": [FACT],
                 "speaker": FACT | null}],
     "host_offers": [{"words": FACT, "speaker": FACT | null, "organisation": FACT | null}],
     "people": [PERSON],
     "open_questions": [{"field", "code", "found": [text], "sentence"}],
     "repairs": [{"code", "before", "after", "count": int}],
     "text": text, "text_original": text}

    FACT   = {"value": text | int | ISO date, "original", "converted", "sentence", "sentence_original": text,
              "start", "end": int, "confidence": "high|medium|low", "basis": "stated|inferred",
              "qualifier": "exact|about|more_than|nearly", "note": code or ""}
    PERSON = {"name": FACT, "post": FACT | null, "organisation": FACT | null}

Codes (notes, open questions, repairs, venue kinds, topics, cadences) become words by `explain(code, language)`.
Importing this package costs next to nothing; the libraries that read pages load on the first call of `read`.
"""

from __future__ import annotations

from yixian.archive.draft import (
    Author,
    Draft,
    EarlierHost,
    HostOffer,
    Meeting,
    NamedPerson,
    Quote,
    Series,
)
from yixian.archive.errors import Language, NotAReport
from yixian.archive.facts import Confidence, Fact, OpenQuestion, Repair

__all__ = [
    "Author",
    "Confidence",
    "Draft",
    "EarlierHost",
    "Fact",
    "HostOffer",
    "Language",
    "Meeting",
    "NamedPerson",
    "NotAReport",
    "OpenQuestion",
    "Quote",
    "Repair",
    "Series",
    "draft_from_json",
    "draft_to_json",
    "explain",
    "read",
]


def read(data: bytes, *, filename: str = "") -> Draft:
    """Read a report. `filename` only helps to tell pages from text. Raises `NotAReport` with a plain reason."""
    from yixian.archive.reader import read_report

    return read_report(data, filename=filename)


def draft_to_json(draft: Draft) -> dict[str, object]:
    """The draft as JSON data (shape above)."""
    from yixian.archive import draft_json

    return draft_json.draft_to_json(draft)


def draft_from_json(data: dict[str, object]) -> Draft:
    """The draft back from its JSON data; raises ValueError with one sentence where the shape is wrong."""
    from yixian.archive import draft_json

    return draft_json.draft_from_json(data)


def explain(code: str, language: Language) -> str:
    """What a code means, in Chinese or English; the code itself where it isn't known."""
    from yixian.archive.wording import WORDING

    words = WORDING.get(code)
    return words[language] if words else code
