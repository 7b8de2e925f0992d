"""What the first page of a member's people reads; the SQL of each is worked out once."""

from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Window

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.capture.queries.visible import coordinated_by
from yixian.web.learning.models import Adoption, Digest, Question
from yixian.web.learning.queries.question import questions_visible_to, waiting_for
from yixian.web.meetings.models import CheckIn, ChecklistItem, Invitation, Meeting, Reply, Report
from yixian.web.meetings.queries.meetings import meetings_visible_to
from yixian.web.problems.models import UNSOLVED, Problem
from yixian.web.reports.queries.numbers import WAITING
from yixian.web.shared.prepared import Asker, Prepared, PreparedRows

SHOWN = 4
LIVING = ("planned", "announced", "open", "under_way", "wrapped_up")


def _own_part(by: Person, meeting: int) -> QuerySet[Invitation, Any]:
    """How the member answered, whether its report is there, and whether this person has arrived."""
    reports = Report.objects.filter(meeting=meeting, member=by.member_id, handed_in_at__isnull=False)
    mine = Invitation.objects.filter(meeting=meeting, member=by.member_id)
    return mine.values_list("reply__answer", Exists(reports), Exists(_arrivals(by, meeting)))


def _arrivals(by: Person, meeting: int) -> QuerySet[CheckIn, Any]:
    return CheckIn.objects.filter(meeting=meeting, person=by).values_list("pk")


def _hosting(by: Person) -> QuerySet[Meeting]:
    """The living meetings that this person coordinates."""
    found = meetings_visible_to(by).filter(coordinated_by(by), state__in=LIVING, is_archive=False)
    return found.select_related(None).only("title", "state", "held_on", "starts_at").order_by("held_on", "pk")


def _held(by: Person, meetings: Any) -> QuerySet[Capture, Any]:
    """How many records of each meeting wait for the host."""
    waiting = Capture.objects.filter(
        federation_id=by.federation_id, meeting_id__in=meetings, hold__in=WAITING, deleted_at=None
    )
    return waiting.order_by().values_list("meeting_id").annotate(Count("pk"))


def _answers(by: Person, meetings: Any) -> QuerySet[Invitation, Any]:
    """How many unions are invited to each meeting, and how many come."""
    coming = Q(reply__isnull=False) & ~Q(reply__answer=Reply.Answer.APOLOGY)
    invitations = Invitation.objects.filter(federation_id=by.federation_id, meeting_id__in=meetings)
    found = invitations.order_by().values_list("meeting_id")
    return found.annotate(invited=Count("pk"), coming=Count("pk", filter=coming))


def _items(by: Person, meetings: Any) -> QuerySet[ChecklistItem]:
    items = ChecklistItem.objects.filter(federation_id=by.federation_id, meeting_id__in=meetings)
    return items.only("meeting_id", "text", "due_on", "done_at", "position").order_by("position", "pk")


def _problems(by: Person) -> QuerySet[Problem]:
    """The first of what this person must do about problems and of what is open about their unit.

    Each knows as `number` how many there are.
    """
    mine = Q(owner=by, state__in=UNSOLVED) | Q(raised_by=by, state=Problem.State.SOLVED)
    of_unit = Q(member_id=by.member_id, state__in=(*UNSOLVED, Problem.State.SOLVED))
    found = Problem.objects.filter(mine | of_unit, federation_id=by.federation_id)
    found = found.annotate(number=Window(Count("pk"))).select_related("owner")
    found = found.only("title", "state", "due_on", "raised_by_id", "owner__name")
    return found.order_by(F("due_on").asc(nulls_last=True), "pk")[:SHOWN]


def _questions(by: Person) -> QuerySet[Question]:
    """The newest questions on what the unit is strong in."""
    found = questions_visible_to(by).filter(waiting_for(by)).select_related("member", "topic")
    return found.only("text", "member__short_name", "topic__name").order_by("-asked_at")[:SHOWN]


def _adoptions(by: Person) -> QuerySet[Adoption]:
    """What the unit is borrowing now."""
    living = Adoption.objects.filter(federation_id=by.federation_id, member_id=by.member_id)
    living = living.exclude(state__in=("adopted", "dropped")).select_related("source", "experience__member")
    shown = ("title", "state", "source__short_name", "experience__title", "experience__member__short_name")
    return living.order_by("-changed_at").only(*shown)[:SHOWN]


def _attended(by: Person) -> QuerySet[CheckIn, Any]:
    """The newest meeting that this person attended, and whether they shared it."""
    ended = CheckIn.objects.filter(person=by, meeting__state__in=("wrapped_up", "closed"))
    shared = Digest.objects.filter(meeting=OuterRef("meeting"), person=by, link_digest__isnull=False)
    columns = ("meeting_id", "meeting__title", "meeting__held_on")
    return ended.order_by("-meeting__held_on").values_list(*columns, Exists(shared))[:1]


OWN_PART = PreparedRows(_own_part, by=Asker, meeting=int)
ARRIVALS = PreparedRows(_arrivals, by=Asker, meeting=int)
HOSTING: Prepared[Meeting] = Prepared(_hosting, by=Asker)
HELD = PreparedRows(_held, by=Asker, meetings=list)
ANSWERS = PreparedRows(_answers, by=Asker, meetings=list)
ITEMS: Prepared[ChecklistItem] = Prepared(_items, by=Asker, meetings=list)
PROBLEMS: Prepared[Problem] = Prepared(_problems, by=Asker)
QUESTIONS: Prepared[Question] = Prepared(_questions, by=Asker)
ADOPTIONS: Prepared[Adoption] = Prepared(_adoptions, by=Asker)
ATTENDED = PreparedRows(_attended, by=Asker)
