"""From a report's bytes to its draft record: clean, read each subject, say what stays open."""

from __future__ import annotations

from dataclasses import replace

from yixian.archive.clean import CleanText, clean
from yixian.archive.draft import Draft, Meeting, NamedPerson, Series
from yixian.archive.errors import NotAReport
from yixian.archive.extract import head, organiser, people, places, quotes, series, topics
from yixian.archive.extract.meetings import told_meetings
from yixian.archive.extract.organisations import Mention, organisations
from yixian.archive.extract.questions import open_questions
from yixian.archive.facts import Fact
from yixian.archive.lexicon.events import MEETING_WORDS, UNION_WORDS, VISIT_WORDS


def read_report(data: bytes, *, filename: str = "") -> Draft:
    """The draft record of a report; raises `NotAReport` where the bytes are none."""
    text, has_title = clean(data, filename=filename)
    mentions = organisations(text.folded)
    draft = _draft(text, has_title, mentions)
    if not _is_report(text, draft):
        raise NotAReport("no_meeting")
    return replace(draft, open_questions=open_questions(text, draft))


def _draft(text: CleanText, has_title: bool, mentions: tuple[Mention, ...]) -> Draft:
    """Every subject read in turn; later ones need the day of publication and the people."""
    published = head.published(text)
    day = published.value if published else None
    told = told_meetings(text, mentions, day)
    persons = _people(text, mentions)
    who = organiser.organiser(text, mentions)
    return Draft(
        title=head.title(text, has_title),
        source=head.source(text),
        published=published,
        authors=head.authors(text),
        organiser=who,
        area=organiser.area(text, who),
        series=series.series(text, day),
        meetings=tuple(_represented(meeting, persons) for meeting in told.meetings),
        earlier_hosts=told.earlier,
        venue_kinds=places.extended_kinds(text, mentions),
        topics=topics.topics(text),
        quotes=quotes.quotes(text),
        host_offers=quotes.host_offers(text, persons),
        people=persons,
        open_questions=(),
        repairs=text.repairs,
        text=text.simplified,
        text_original=text.original,
    )


def _people(text: CleanText, mentions: tuple[Mention, ...]) -> tuple[NamedPerson, ...]:
    """The people of the running text as facts."""
    found = []
    for person in people.people(text.folded, mentions, text.body_start):
        note = "" if person.confidence == "high" else "name_end_unclear"
        organisation: Fact[str] | None = None
        if person.organisation:
            points = ("medium", "points_back") if person.pointer else ("high", "")
            organisation = text.words(person.organisation, points[0], note=points[1])  # type: ignore[arg-type]
        post = text.words(person.post) if person.post else None
        found.append(NamedPerson(text.words(person.name, person.confidence, note=note), post, organisation))
    return tuple(found)


def _represented(meeting: Meeting, persons: tuple[NamedPerson, ...]) -> Meeting:
    """The meeting with the first person who speaks for its host: by its name, or as 该集团 in its sentences."""
    if not meeting.host:
        return meeting
    for person in persons:
        where = person.organisation
        if where and (
            where.value == meeting.host.value
            or (where.note == "points_back" and _points_at_host(where, meeting.host))
        ):
            return replace(meeting, representative=person)
    return meeting


def _points_at_host(pointer: Fact[str], host: Fact[str]) -> bool:
    """Whether words such as 该集团 stand with the host's name and can mean it (区总工会 cannot)."""
    return host.value in pointer.sentence and not pointer.value.endswith("总工会")


def _is_report(text: CleanText, draft: Draft) -> bool:
    """Whether a union's visit or meeting is told: somebody meets somewhere, or a series is described."""
    told = [fact for meeting in draft.meetings for fact in (meeting.host, meeting.date) if fact]
    union = draft.organiser or any(UNION_WORDS.search(fact.sentence) for fact in told)
    met = MEETING_WORDS.search(text.folded) or VISIT_WORDS.search(text.folded)
    described = draft.series != Series() or draft.venue_kinds or draft.earlier_hosts
    meeting = MEETING_WORDS.search(text.folded) and draft.organiser
    return bool(met and ((union and told) or meeting or (described and UNION_WORDS.search(text.folded))))
