"""What a person has to decide: missing facts, facts read with low confidence, and loose ends in the text."""

from __future__ import annotations

import re

from yixian.archive.clean.text import CleanText
from yixian.archive.draft import Draft, Meeting
from yixian.archive.extract.counts import counted_people
from yixian.archive.extract.dates import days, vague_time
from yixian.archive.facts import Fact, OpenQuestion
from yixian.archive.lexicon.events import LIST_OPEN
from yixian.archive.lexicon.questions import ASKED_OF_MEETING, ASKED_OF_REPORT
from yixian.archive.lexicon.script import AMBIGUOUS


def open_questions(text: CleanText, draft: Draft) -> tuple[OpenQuestion, ...]:
    """All open questions of a draft, in the order of its fields."""
    found = [_missing(name) for name in ASKED_OF_REPORT if getattr(draft, name) is None]
    if not draft.meetings:
        found.append(OpenQuestion("meetings", "missing"))
    for number, meeting in enumerate(draft.meetings):
        found.extend(_of_meeting(text, meeting, f"meetings[{number}]"))
    found.extend(_of_earlier(text, draft))
    for number, quote in enumerate(draft.quotes):
        if quote.speaker is None:
            path = f"quotes[{number}].speaker"
            found.append(OpenQuestion(path, "speaker_not_named", (), quote.words.sentence))
    for number, offer in enumerate(draft.host_offers):
        words = (offer.words.converted,)
        found.append(OpenQuestion(f"host_offers[{number}]", "whose_offer", words, offer.words.sentence))
    found.extend(_of_names(draft))
    return tuple(found)


def _missing(path: str) -> OpenQuestion:
    """The question for a fact that the text does not have."""
    return OpenQuestion(path, "missing")


def _of_meeting(text: CleanText, meeting: Meeting, path: str) -> list[OpenQuestion]:
    """Questions on one meeting."""
    found = []
    for name in ASKED_OF_MEETING:
        fact: Fact[str] | None = getattr(meeting, name)
        if fact is None:
            found.append(_no_day(text, path) if name == "date" else _missing(f"{path}.{name}"))
        elif fact.confidence == "low":
            words: tuple[str, ...] = (fact.converted,)
            if name == "participants":
                words = counted_people(text, list(text.sentences))
            found.append(OpenQuestion(f"{path}.{name}", fact.note or "uncertain", words, fact.sentence))
    if meeting.also_visited and meeting.host:
        hosts = (meeting.host.converted, *(host.converted for host in meeting.also_visited))
        found.append(OpenQuestion(f"{path}.host", "several_hosts", hosts, meeting.host.sentence))
    person = meeting.representative
    if person and person.organisation and person.organisation.note == "points_back":
        place = f"{path}.representative.organisation"
        found.append(
            OpenQuestion(place, "points_back", (person.organisation.converted,), person.organisation.sentence)
        )
    return found


def _no_day(text: CleanText, path: str) -> OpenQuestion:
    """Why a meeting has no day: the year is missing, the words are vague, or nothing is said."""
    for start, end in text.sentences:
        if start < text.body_start:
            continue
        for day in days(text.folded, start, end, None):
            words, sentence = text.simplified[day.start : day.end], text.simplified[start:end]
            return OpenQuestion(f"{path}.date", "year_missing", (words,), sentence)
        vague = vague_time(text.folded, start, end)
        if vague:
            words, sentence = text.simplified[slice(*vague)], text.simplified[start:end]
            return OpenQuestion(f"{path}.date", "day_vague", (words,), sentence)
    return _missing(f"{path}.date")


def _of_earlier(text: CleanText, draft: Draft) -> list[OpenQuestion]:
    """The list of earlier hosts is open where it ends in 等."""
    if not draft.earlier_hosts:
        return []
    last = draft.earlier_hosts[-1].host
    if not LIST_OPEN.match(text.folded[last.end : last.end + 2]):
        return []
    return [OpenQuestion("earlier_hosts", "list_goes_on", (last.converted,), last.sentence)]


def _of_names(draft: Draft) -> list[OpenQuestion]:
    """Names whose boundaries or whose Simplified form a person should look at."""
    found = []
    named = [(f"people[{n}].name", person.name) for n, person in enumerate(draft.people)]
    named += [(f"meetings[{n}].host", m.host) for n, m in enumerate(draft.meetings) if m.host]
    named += [(f"earlier_hosts[{n}].host", earlier.host) for n, earlier in enumerate(draft.earlier_hosts)]
    for path, fact in named:
        if fact.original != fact.converted and re.search(f"[{AMBIGUOUS}]", fact.original):
            found.append(
                OpenQuestion(path, "ambiguous_script", (fact.original, fact.converted), fact.sentence)
            )
        elif fact.confidence == "medium" and fact.note in ("name_start_unclear", "name_end_unclear"):
            found.append(OpenQuestion(path, fact.note, (fact.converted,), fact.sentence))
    return found
