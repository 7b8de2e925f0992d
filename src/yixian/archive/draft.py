"""The draft record that a report becomes: facts where the text has them, None or () where it has not."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from yixian.archive.facts import Fact, OpenQuestion, Repair


@dataclass(frozen=True, slots=True)
class Author:
    """Who made the report. `role` is reporter, correspondent, author, photographer or editor."""

    name: Fact[str]
    role: str


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A person named in the report; `organisation` is None where the text does not say."""

    name: Fact[str]
    post: Fact[str] | None
    organisation: Fact[str] | None


@dataclass(frozen=True, slots=True)
class Series:
    """The series of meetings, as far as the report describes it."""

    method_name: Fact[str] | None = None
    """What the federation calls its method, such as the words in quotation marks before 服务机制."""
    name: Fact[str] | None = None
    """What the regular meeting is called."""
    cadence: Fact[str] | None = None
    """weekly, monthly, every_two_months, quarterly, half_yearly or yearly."""
    member_unions: Fact[int] | None = None
    host_rule: Fact[str] | None = None
    """one_enterprise, one_organisation (one host each time) or rotation."""
    since_year: Fact[int] | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One visit or meeting that the report tells of."""

    date: Fact[datetime.date] | None = None
    end_date: Fact[datetime.date] | None = None
    host: Fact[str] | None = None
    also_visited: tuple[Fact[str], ...] = ()
    venue_kind: Fact[str] | None = None
    """workshop, museum, research_institute, subdistrict, building or other."""
    participants: Fact[int] | None = None
    unions_attending: Fact[int] | None = None
    process_seen: Fact[str] | None = None
    representative: NamedPerson | None = None
    """Who received the visitors on the host's side."""


@dataclass(frozen=True, slots=True)
class EarlierHost:
    """An organisation that was visited before; `year` only where the text tells it."""

    host: Fact[str]
    year: Fact[int] | None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words quoted from a participant: something to borrow, or a question put to the others.

    `words` holds the kind's evidence; its value is the quoted text in Simplified Chinese.
    """

    kind: Literal["experience_to_borrow", "open_question"]
    words: Fact[str]
    subjects: tuple[Fact[str], ...]
    """Codes of topics and practices spoken of, such as job_skills_practice or screened_zones."""
    speaker: Fact[str] | None


@dataclass(frozen=True, slots=True)
class HostOffer:
    """ "Next time come to ours": the words, and the organisation where the text says whose they are."""

    words: Fact[str]
    speaker: Fact[str] | None
    organisation: Fact[str] | None


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything read from one report; a person reviews it before any of it becomes history."""

    title: Fact[str] | None
    source: Fact[str] | None
    """The publisher."""
    published: Fact[datetime.date] | None
    authors: tuple[Author, ...]
    organiser: Fact[str] | None
    area: Fact[str] | None
    """The organiser's city and district, where the text writes them out."""
    series: Series
    meetings: tuple[Meeting, ...]
    """By date, undated last."""
    earlier_hosts: tuple[EarlierHost, ...]
    venue_kinds: tuple[Fact[str], ...]
    """Kinds of place the meetings move to, as the report describes the method; codes as in `Meeting`."""
    topics: tuple[Fact[str], ...]
    """Topic codes, such as job_skills_practice; `converted` has the report's own words."""
    quotes: tuple[Quote, ...]
    host_offers: tuple[HostOffer, ...]
    people: tuple[NamedPerson, ...]
    open_questions: tuple[OpenQuestion, ...]
    repairs: tuple[Repair, ...]
    text: str
    """The cleaned report in Simplified Chinese; every fact's `start`/`end` point into it."""
    text_original: str
    """The cleaned report before script conversion, aligned with `text` character by character."""
