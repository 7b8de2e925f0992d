"""The page before a meeting is closed: what is still undecided, and who decides it."""

from dataclasses import dataclass

from django.urls import reverse

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.undecided import undecided_in
from yixian.web.shared import policy


@dataclass(frozen=True)
class OpenDecision:
    """One kind of thing that is still undecided; `may_open` says whether this person can go there."""

    key: str
    says: str
    url: str
    may_open: bool


@dataclass(frozen=True)
class ClosingPage:
    """Everything undecided, how many that is, and who looks after it for the host."""

    meeting: Meeting
    decisions: list[OpenDecision]
    number: int
    asked: Person | None


def closing_page(person: Person, meeting: Meeting) -> ClosingPage:
    """Read what closing would leave undecided."""
    found = undecided_in(meeting)
    return ClosingPage(
        meeting=meeting,
        decisions=[
            OpenDecision(
                key=kind.key,
                says=kind.says(number),
                url=reverse(kind.url_name, args=[meeting.pk]),
                may_open=policy.may(person, kind.policy, meeting),
            )
            for kind, number in found
        ],
        number=sum(number for _kind, number in found),
        asked=meeting.coordinator,
    )
