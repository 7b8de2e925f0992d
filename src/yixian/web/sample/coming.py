"""What lies ahead of the sample district: the plan, invitations out, a meeting today, releases to decide."""

from datetime import date, timedelta

from yixian.web.accounts.models import Person
from yixian.web.meetings.actions.agenda import build_agenda
from yixian.web.meetings.actions.lifecycle import open_meeting
from yixian.web.meetings.actions.notice import announce_meeting
from yixian.web.meetings.models import CheckIn, Invitation, Meeting, Reply, Report
from yixian.web.organisations.models import Member
from yixian.web.planning.actions.offers import add_blackout, offer_to_host
from yixian.web.planning.actions.plans import draft_plan, publish_plan
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.models import PlanRun
from yixian.web.planning.months import first_day, later, month_of
from yixian.web.planning.queries.problem import best_venue
from yixian.web.sample.arrangements import chair_of
from yixian.web.sample.content import Draw, content
from yixian.web.sample.federations import District
from yixian.web.sample.past import Past
from yixian.web.sample.photos import pictures
from yixian.web.sample.records import Records
from yixian.web.shared import jobs

OFFERS = ["新投产的自动化装配线", "劳模工作室与实训角", "改造后的职工之家", "工业展厅与讲解员队伍"]


def plan_the_year(district: District, today: date) -> None:
    """Offers and unsuitable days come in; the solver proposes twelve months; the office publishes."""
    draw = Draw(11)
    members = list(Member.objects.filter(venues__capacity__gte=50).distinct().order_by("pk"))
    first = later(month_of(today), 1)
    for what, member in zip(OFFERS, draw.random.sample(members, len(OFFERS)), strict=True):
        chair = chair_of(member)
        venue = best_venue(member)
        latest = later(first, draw.random.randint(3, 11))
        offer_to_host(
            by=chair, member=member, venue=venue, what=what, earliest_month=first, latest_month=latest
        )
    for member in draw.random.sample(members, 3):
        begins = first_day(later(first, draw.random.randrange(11))) + timedelta(days=10)
        ends = begins + timedelta(days=20)
        add_blackout(by=chair_of(member), member=member, first_day=begins, last_day=ends, reason="年度检修")
    plan = draft_plan(by=district.officer, programme=district.programme, first_month=first, note="示例计划")
    run = request_run(by=district.officer, plan=plan)
    jobs.drain(1)
    run.refresh_from_db()
    if run.state != PlanRun.State.DONE:
        raise RuntimeError(f"the sample plan was not solved: {run.state} {run.problem}")
    plan.refresh_from_db()
    publish_plan(by=district.officer, plan=plan)


def invite(district: District) -> None:
    """Next month's meeting is open and half answered; the one after is announced."""
    ahead = Meeting.objects.filter(state=Meeting.State.PLANNED, held_on__isnull=False).order_by("held_on")
    draw = Draw(13)
    for meeting, is_open in zip(ahead[:2], (True, False), strict=True):
        meeting.coordinator = meeting.host.people.exclude(post=Person.Post.CHAIR).order_by("pk").first()
        meeting.save(update_fields=["coordinator"])
        announce_meeting(by=district.officer, meeting=meeting)
        if is_open:
            open_meeting(by=district.officer, meeting=meeting)
            _answers(district, meeting, draw)
            Past(district, [], draw).walk(meeting)
            build_agenda(by=district.officer, meeting=meeting)


def _answers(district: District, meeting: Meeting, draw: Draw) -> None:
    """Two thirds have answered, half of those have handed in."""
    for invitation in Invitation.objects.filter(meeting=meeting).select_related("person", "member"):
        if not draw.chance(0.66) or invitation.person is None:
            continue
        excused = draw.chance(0.1)
        Reply.objects.create(
            federation=district.federation, invitation=invitation, by=invitation.person,
            answer="apology" if excused else "coming", attendee=None if excused else invitation.person,
            reason=draw.one("reasons") if excused else "",
        )  # fmt: skip
        if draw.chance(0.5) and not excused:
            Report.objects.create(
                federation=district.federation, meeting=meeting, member=invitation.member, person=invitation.person,
                review=draw.one("reviews"), plan=draw.one("plans"), experience=draw.one("shares"),
                wants_to_speak=draw.chance(0.2), handed_in_at=invitation.meeting.created_at,
            )  # fmt: skip


def hold_today(district: District, today: date) -> Meeting:
    """A meeting under way today, with people still arriving and records still held."""
    draw = Draw(17)
    members = list(Member.objects.prefetch_related("venues").order_by("pk"))
    hosts = [member for member in members if (venue := best_venue(member)) and (venue.capacity or 0) >= 50]
    host = hosts[-1]
    venue = best_venue(host)
    assert venue is not None
    meeting = Past(district, members, draw).hold(24, today, host, venue, "under_way")
    meeting.agenda.update(started_at=None, ended_at=None)
    late = meeting.check_ins.order_by("-at").values_list("pk", flat=True)[:9]
    CheckIn.objects.filter(pk__in=list(late)).delete()
    records = Records(district, meeting, draw)
    records.usual(1, hold="held")
    records.capture("question", content()["questions"][0], hold="held")
    records.question(content()["questions"][1], 1)
    return meeting


def wait_for_release(district: District, meeting: Meeting) -> None:
    """Records of the last meeting that its host has not decided yet."""
    records = Records(district, meeting, Draw(19))
    for picture in pictures()[:4]:
        records.photo(picture, hold="held")
    records.usual(1, hold="held")
    records.capture("problem", content()["problems"][-1]["title"], hold="held")
