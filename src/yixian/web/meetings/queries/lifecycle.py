"""The page of one meeting: where it stands and what comes next."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import Invitation, Meeting, MeetingEvent, Report
from yixian.web.meetings.queries.undecided import undecided_in
from yixian.web.meetings.rules.checklist import can_tick
from yixian.web.meetings.rules.lifecycle import TAKES_REPLIES, can_announce, can_change, can_move
from yixian.web.meetings.sections import Tab, numbers_of, tabs_for
from yixian.web.meetings.states import MEETING, STEPS, TONES
from yixian.web.shared import policy
from yixian.web.shared.prepared import PreparedRows
from yixian.web.shared.text import sentences


@dataclass(frozen=True)
class Step:
    """A stage in the stepper."""

    label: str
    is_done: bool
    is_current: bool


@dataclass(frozen=True)
class NextStep:
    """The one thing to do now: a sentence, and a button that opens a page or sends a form."""

    text: str
    label: str
    url: str
    is_form: bool = False
    confirm: str = ""


@dataclass(frozen=True)
class EventLine:
    """A step that was taken: when, in which words, with what remark, by whom."""

    at: datetime
    state: str
    note: str
    by: str


@dataclass(frozen=True)
class MeetingPage:
    """Everything on the page of a meeting."""

    meeting: Meeting
    state: str
    tone: str
    tabs: list[Tab]
    steps: list[Step]
    next_step: NextStep | None
    others: list[NextStep]
    events: list[EventLine]
    can_change: bool
    can_cancel: bool
    sees_code: bool


def _events(meeting_id: int) -> QuerySet[MeetingEvent, Any]:
    events = MeetingEvent.objects.with_scopes_disabled().filter(meeting_id=meeting_id)
    return events.values_list("at", "state", "note", "by__name")


def _answers(meeting_id: int, member_id: int) -> QuerySet[Invitation, Any]:
    invitations = Invitation.objects.with_scopes_disabled().order_by()
    return invitations.filter(meeting_id=meeting_id, member_id=member_id).values_list("reply")


def _handed_in(meeting_id: int, member_id: int) -> QuerySet[Report, Any]:
    reports = Report.objects.with_scopes_disabled().filter(meeting_id=meeting_id, member_id=member_id)
    return reports.exclude(handed_in_at=None).order_by().values_list("pk")


EVENTS = PreparedRows(_events, meeting_id=int)
ANSWERS = PreparedRows(_answers, meeting_id=int, member_id=int)
HANDED_IN = PreparedRows(_handed_in, meeting_id=int, member_id=int)


def meeting_page(person: Person, meeting: Meeting) -> MeetingPage:
    """Read the page of a meeting."""
    words = {value: str(label) for value, label in Meeting.State.choices}
    return MeetingPage(
        meeting=meeting,
        state=words[meeting.state],
        tone=TONES[meeting.state],
        tabs=tabs_for(person, meeting, "overview"),
        steps=_steps(meeting, words),
        next_step=next_step_for(person, meeting),
        others=other_steps_for(person, meeting),
        events=[
            EventLine(at, words[state], note, by or "")
            for at, state, note, by in EVENTS.all(meeting_id=meeting.pk)
        ],
        can_change=can_change(person, meeting),
        can_cancel=can_move(person, meeting, "cancel"),
        sees_code=policy.may(person, "meetings.check_in_others", meeting),
    )


def _steps(meeting: Meeting, words: dict[str, str]) -> list[Step]:
    """The stages in order; a cancelled meeting stands where it stopped."""
    reached = STEPS.index(meeting.state) if meeting.state in STEPS else -1
    return [
        Step(words[state], is_done=number < reached, is_current=number == reached)
        for number, state in enumerate(STEPS)
    ]


def next_step_for(person: Person, meeting: Meeting) -> NextStep | None:
    """What this person does next for this meeting, when it is theirs to do."""
    if meeting.is_archive:
        return None
    if person.member_id:
        return _next_for_member(person, meeting)
    if meeting.state == Meeting.State.PLANNED and can_announce(person, meeting):
        text = _("Read the notice, then announce the meeting: every member gets an invitation.")
        return NextStep(text, _("Prepare the notice"), reverse("meetings:notice", args=[meeting.pk]))
    if meeting.state == Meeting.State.PLANNED and can_change(person, meeting):
        text = _("Before it can be announced the meeting needs a host, a day and a time.")
        return NextStep(text, _("Fill in the facts"), reverse("meetings:facts", args=[meeting.pk]))
    return _next_by_moving(person, meeting)


def _next_for_member(person: Person, meeting: Meeting) -> NextStep | None:
    """A member's people answer, then write; the coordinator gets things ready first."""
    still_open = numbers_of(meeting).get("checklist", 0) if can_tick(person, meeting) else 0
    if still_open:
        text = ngettext(
            "%(number)d thing is still to be ready.", "%(number)d things are still to be ready.", still_open
        )
        url = reverse("meetings:checklist", args=[meeting.pk])
        return NextStep(text % {"number": still_open}, _("See the checklist"), url)
    if meeting.state not in TAKES_REPLIES:
        return None
    own = {"meeting_id": meeting.pk, "member_id": person.member_id}
    invitation = ANSWERS.first(**own)
    if invitation is None:
        return None
    if invitation[0] is None:
        text = _("Tell the office who comes from your union.")
        return NextStep(text, _("Answer the invitation"), reverse("meetings:reply", args=[meeting.pk]))
    if HANDED_IN.first(**own):
        return None
    text = _("Review, plan, and one experience worth sharing. Two or three sentences each are enough.")
    return NextStep(text, _("Write the three paragraphs"), reverse("meetings:report", args=[meeting.pk]))


def _next_by_moving(person: Person, meeting: Meeting) -> NextStep | None:
    verbs = {
        "announced": ("open", "opening", _("Send the personal links, then open the meeting for replies.")),
        "open": ("start", "start", _("On the day: start the meeting when people arrive.")),
        "under_way": (
            "wrap_up",
            "wrap-up",
            _("When the meeting is over: wrap up, so that the follow-up begins."),
        ),
        "wrapped_up": ("close", "closure", _("When everything has its place: close the meeting.")),
    }
    if meeting.state not in verbs:
        return None
    verb, name, text = verbs[meeting.state]
    if not can_move(person, meeting, verb):
        return None
    confirm = _("Replies and reports can then no longer be changed.") if verb == "start" else ""
    label, url = str(MEETING.transitions[verb].label), reverse(f"meetings:{name}", args=[meeting.pk])
    open_decisions = [kind.says(number) for kind, number in undecided_in(meeting)] if verb == "close" else []
    if open_decisions:
        return NextStep(sentences(open_decisions), label, url)
    return NextStep(text, label, url, is_form=True, confirm=confirm)


def other_steps_for(person: Person, meeting: Meeting) -> list[NextStep]:
    """Rarer steps: starting before it was opened, opening a closed meeting again."""
    rare = {"announced": ("start", "start"), "closed": ("reopen", "reopening")}
    if person.member_id:
        return _places_of_member(meeting)
    if meeting.is_archive or meeting.state not in rare:
        return []
    verb, name = rare[meeting.state]
    if not can_move(person, meeting, verb):
        return []
    label = str(MEETING.transitions[verb].label)
    return [NextStep("", label, reverse(f"meetings:{name}", args=[meeting.pk]), is_form=True)]


def _places_of_member(meeting: Meeting) -> list[NextStep]:
    """Where a member's people change what they answered and wrote."""
    if meeting.is_archive or meeting.state not in TAKES_REPLIES:
        return []
    return [
        NextStep("", _("Your answer"), reverse("meetings:reply", args=[meeting.pk])),
        NextStep("", _("Three paragraphs"), reverse("meetings:report", args=[meeting.pk])),
    ]
