"""The first page of a member's people: the one thing to do for the next meeting, and what their unit owes."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.capture.queries.visible import coordinated_by
from yixian.web.learning.models import Adoption, Digest, Question
from yixian.web.learning.queries.question import questions_visible_to, waiting_for
from yixian.web.meetings.models import CheckIn, ChecklistItem, Invitation, Meeting, Reply, Report
from yixian.web.meetings.queries.lifecycle import NextStep
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.meetings.rules.checkin import door_is_open
from yixian.web.meetings.states import TONES
from yixian.web.problems.models import UNSOLVED, Problem
from yixian.web.reports.queries.home import NextMeeting
from yixian.web.reports.queries.numbers import WAITING

SHOWN = 4
NEAR = timedelta(days=60)
UNDER_WAY_FIRST = Case(When(state=Meeting.State.UNDER_WAY, then=Value(0)), default=Value(1))


@dataclass(frozen=True)
class HostCard:
    """A meeting that this person gets ready: how far it is and the next thing to tick off."""

    meeting: Meeting
    tone: str
    done: int
    total: int
    next_item: str
    next_due: date | None
    is_late: bool
    invited: int
    coming: int
    waiting: int


@dataclass(frozen=True)
class MemberHome:
    """Everything on the first page of a member's person."""

    next: NextMeeting | None
    is_primary: bool
    hosting: list[HostCard]
    problems: list[Problem]
    questions: list[Question]
    adoptions: list[Adoption]
    digest_of: Meeting | None
    counts: dict[str, int]


def member_home(person: Person) -> MemberHome:
    """Read the page (nine queries beside session and person)."""
    hosting = host_cards(person)
    meeting = _next(person)
    card = None
    if meeting is not None:
        card = NextMeeting(meeting, TONES[meeting.state], step_for(person, meeting))
    problems = _problems(person)
    return MemberHome(
        next=card,
        is_primary=not any(each.next_item or each.waiting for each in hosting),
        hosting=hosting,
        problems=problems[:SHOWN],
        questions=_questions(person),
        adoptions=_adoptions(person),
        digest_of=_to_share(person),
        counts={"problems": len(problems)},
    )


def _next(person: Person) -> Meeting | None:
    """The meeting under way, else the next to come, with this member's answer and this person's arrival."""
    coming = Q(state=Meeting.State.UNDER_WAY) | Q(
        state__in=("planned", "announced", "open"), held_on__gte=timezone.localdate()
    )
    meetings = meetings_visible_to(person).filter(coming, is_archive=False)
    meeting: Any = meetings.order_by(UNDER_WAY_FIRST, "held_on", "pk").first()
    if meeting is None:
        return None
    reports = Report.objects.filter(meeting=meeting.pk, member=person.member_id, handed_in_at__isnull=False)
    arrivals = CheckIn.objects.filter(meeting=meeting.pk, person=person)
    mine = Invitation.objects.filter(meeting=meeting.pk, member=person.member_id)
    told = mine.values_list("reply__answer", Exists(reports), Exists(arrivals)).first()
    meeting.is_invited = told is not None
    meeting.answer, meeting.handed_in, meeting.arrived = told or (
        None, False, door_is_open(meeting) and arrivals.exists(),
    )  # fmt: skip
    return meeting


def step_for(person: Person, meeting: Any) -> NextStep | None:
    """The one thing that the next meeting asks of this person, in the order of its life."""
    pk = [meeting.pk]
    if door_is_open(meeting) and not meeting.arrived and meeting.answer != Reply.Answer.APOLOGY:
        return NextStep(
            _("It is today: check in when you arrive."), _("Check in"), reverse("meetings:check-in", args=pk)
        )
    if door_is_open(meeting) and meeting.arrived:
        text = _(
            "You are checked in. Record what you see: photo, note, question, problem, an idea to borrow."
        )
        return NextStep(text, _("Record something"), reverse("field:home"))
    if meeting.state not in (Meeting.State.ANNOUNCED, Meeting.State.OPEN) or not meeting.is_invited:
        return None
    if meeting.answer is None:
        text = _("Tell the office who comes from your union.")
        return NextStep(text, _("Answer the invitation"), reverse("meetings:reply", args=pk))
    if meeting.answer != Reply.Answer.APOLOGY and not meeting.handed_in:
        text = _("Three short paragraphs: what you did, what you plan, what works. They build the agenda.")
        return NextStep(text, _("Write the report"), reverse("meetings:report", args=pk))
    return None


def host_cards(person: Person) -> list[HostCard]:
    """The living meetings that this person coordinates (one query for most people, four for a coordinator)."""
    living = Q(state__in=("planned", "announced", "open", "under_way", "wrapped_up"), is_archive=False)
    found = meetings_visible_to(person).filter(living & coordinated_by(person)).order_by("held_on", "pk")
    meetings: list[Any] = list(found)
    if not meetings:
        return []
    held = Capture.objects.filter(meeting__in=meetings, hold__in=WAITING, deleted_at=None).order_by()
    waiting = dict(held.values_list("meeting").annotate(Count("pk")))
    for meeting in meetings:
        meeting.waiting = waiting.get(meeting.pk, 0)
    near = [meeting for meeting in meetings if _is_near(meeting)]
    replies = Q(reply__isnull=False) & ~Q(reply__answer=Reply.Answer.APOLOGY)
    invitations = Invitation.objects.filter(meeting__in=near).order_by().values_list("meeting")
    counts = invitations.annotate(invited=Count("pk"), coming=Count("pk", filter=replies))
    answers = {pk: (invited, coming) for pk, invited, coming in counts}
    items = list(ChecklistItem.objects.filter(meeting__in=near).order_by("position", "pk"))
    return [
        _host_card(
            meeting,
            [item for item in items if item.meeting_id == meeting.pk],
            *answers.get(meeting.pk, (0, 0)),
        )
        for meeting in near
    ]


def _is_near(meeting: Any) -> bool:
    """Whether there is something to get ready or to decide now."""
    if meeting.state == Meeting.State.WRAPPED_UP:
        return bool(meeting.waiting)
    soon = timezone.localdate() + NEAR
    return meeting.state != Meeting.State.PLANNED or (meeting.held_on is not None and meeting.held_on <= soon)


def _host_card(meeting: Any, items: list[ChecklistItem], invited: int, coming: int) -> HostCard:
    todo = [item for item in items if item.done_at is None]
    soonest = min(todo, key=lambda item: (item.due_on or date.max, item.position), default=None)
    late = soonest is not None and soonest.due_on is not None and soonest.due_on < timezone.localdate()
    return HostCard(
        meeting=meeting,
        tone=TONES[meeting.state],
        done=len(items) - len(todo),
        total=len(items),
        next_item=soonest.text if soonest else "",
        next_due=soonest.due_on if soonest else None,
        is_late=late,
        invited=invited,
        coming=coming,
        waiting=meeting.waiting,
    )


def _problems(person: Person) -> list[Problem]:
    """What this person must do about problems, then what is open about their unit."""
    mine = Q(owner=person, state__in=UNSOLVED) | Q(raised_by=person, state=Problem.State.SOLVED)
    of_unit = Q(member_id=person.member_id, state__in=(*UNSOLVED, Problem.State.SOLVED))
    found = Problem.objects.filter(mine | of_unit, federation_id=person.federation_id)
    found = found.select_related("owner").order_by(F("due_on").asc(nulls_last=True), "pk")
    return list(found.only("title", "state", "due_on", "raised_by_id", "owner__name")[:60])


def _questions(person: Person) -> list[Question]:
    """The newest questions on what the unit is strong in."""
    found = questions_visible_to(person).filter(waiting_for(person)).select_related("member", "topic")
    return list(found.only("text", "member__short_name", "topic__name").order_by("-asked_at")[:SHOWN])


def _adoptions(person: Person) -> list[Adoption]:
    """What the unit is borrowing now."""
    living = Adoption.objects.filter(member_id=person.member_id).exclude(state__in=("adopted", "dropped"))
    living = living.select_related("source", "experience__member").order_by("-changed_at")
    shown = ("title", "state", "source__short_name", "experience__title", "experience__member__short_name")
    return list(living.only(*shown)[:SHOWN])


def _to_share(person: Person) -> Meeting | None:
    """The newest meeting that this person attended, as long as it was not shared by them."""
    ended = CheckIn.objects.filter(person=person, meeting__state__in=("wrapped_up", "closed"))
    shared = Digest.objects.filter(meeting=OuterRef("meeting"), person=person, link_digest__isnull=False)
    newest: Any = (
        ended.annotate(is_shared=Exists(shared))
        .select_related("meeting")
        .order_by("-meeting__held_on")
        .first()
    )
    return None if newest is None or newest.is_shared else newest.meeting
