"""Meetings as they were held: who came, what was handed in, where one walked."""

from collections.abc import Iterable
from datetime import date, time, timedelta

from yixian.web.accounts.models import Person
from yixian.web.meetings.models import (
    AgendaItem,
    CheckIn,
    Invitation,
    Meeting,
    MeetingEvent,
    Minutes,
    Reply,
    Report,
    Station,
    Tour,
)
from yixian.web.meetings.queries.minutes_draft import draft_sections
from yixian.web.meetings.queries.minutes_text import compose
from yixian.web.organisations.models import Member, Venue
from yixian.web.sample.clock import at, moment
from yixian.web.sample.content import Draw, content
from yixian.web.sample.federations import District, topic

LIFE = ("planned", "announced", "open", "under_way", "wrapped_up", "closed")
LINES = [
    ("opening", "开场：本月重点", 10), ("report", "工作回顾与计划", 40), ("experience", "经验分享", 30),
    ("tour", "现场观摩", 60), ("questions", "请教与解答", 30), ("closing", "小结与下次承办单位", 10),
]  # fmt: skip


class Past:
    """Makes held meetings of one district; `people` are the cadres by member id, the chair first."""

    def __init__(self, district: District, members: list[Member], draw: Draw) -> None:
        self.district, self.members, self.draw = district, members, draw
        self.own = {"federation": district.federation}
        people = Person.objects.filter(federation=district.federation, member__isnull=False)
        self.people: dict[int, list[Person]] = {member.pk: [] for member in members}
        for person in people.order_by("pk"):
            self.people.setdefault(person.member_id, []).append(person)
        for cadres in self.people.values():
            cadres.sort(key=lambda person: person.post != Person.Post.CHAIR)

    def hold(self, number: int, day: date, host: Member, venue: Venue, state: str = "closed") -> Meeting:
        """One meeting with its replies, check-ins, reports, agenda, tour and events."""
        meeting = Meeting.objects.create(
            programme=self.district.programme, number=number, title=f"{day.year}年{day.month}月现场例会",
            state=state, held_on=day, month=day.strftime("%Y-%m"), starts_at=time(9), ends_at=time(12), host=host,
            venue=venue, coordinator=self.people[host.pk][-1], code=f"{self.draw.random.randrange(10**6):06d}",
            **self.own,
        )  # fmt: skip
        names = self.draw.random.sample([each["topic"] for each in content()["experiences"]], 2)
        meeting.topics.set({topic(self.district.federation, name) for name in names})
        self._events(meeting, LIFE[: LIFE.index(state) + 1])
        self.walk(meeting)
        reports = self._reports(meeting)
        self._agenda(meeting, reports)
        self._attendance(meeting)
        return meeting

    def _events(self, meeting: Meeting, states: Iterable[str]) -> None:
        before = {"planned": 60, "announced": 21, "open": 14, "under_way": 0, "wrapped_up": -1, "closed": -12}
        for state in states:
            with at(moment(meeting.held_on - timedelta(days=before[state]), 9)):
                MeetingEvent.objects.create(
                    meeting=meeting, state=state, by=self.district.officer, **self.own
                )

    def _attendance(self, meeting: Meeting) -> None:
        """Three quarters of the chairs come, some send somebody, a few are excused."""
        invitations = Invitation.objects.bulk_create(
            Invitation(
                meeting=meeting, member=member, person=self.people[member.pk][0],
                sent_at=moment(meeting.held_on - timedelta(days=14), 9),
                opened_at=moment(meeting.held_on - timedelta(days=13), 8), **self.own,
            )
            for member in self.members
        )  # fmt: skip
        with at(moment(meeting.held_on - timedelta(days=10), 10)):
            replies = Reply.objects.bulk_create(self._answer(invitation) for invitation in invitations)
        coming = [reply.attendee for reply in replies if reply.attendee is not None]
        CheckIn.objects.bulk_create(
            CheckIn(
                meeting=meeting, person=person, by=person, method=self.draw.random.choice(["qr", "qr", "link", "code"]),
                at=moment(meeting.held_on, 9) + timedelta(minutes=self.draw.random.randint(-25, 4)), **self.own,
            )
            for person in coming
            if self.draw.chance(0.96)
        )  # fmt: skip

    def _answer(self, invitation: Invitation) -> Reply:
        people = self.people[invitation.member_id]
        chair, others = people[0], people[1:]
        share = self.draw.random.random()
        if share < 0.09:
            reason = self.draw.one("reasons")
            return Reply(invitation=invitation, answer="apology", reason=reason, by=chair, **self.own)
        goes = self.draw.random.choice(others) if others and share < 0.30 else chair
        answer = "coming" if goes is chair else "delegate"
        return Reply(invitation=invitation, answer=answer, attendee=goes, by=chair, **self.own)

    def _reports(self, meeting: Meeting) -> list[Report]:
        """Two thirds hand in their three paragraphs."""
        reports = [
            Report(
                meeting=meeting, member=member, person=self.people[member.pk][0], review=self.draw.one("reviews"),
                plan=self.draw.one("plans"), experience=self.draw.one("shares") if self.draw.chance(0.4) else "",
                wants_to_speak=self.draw.chance(0.12), handed_in_at=moment(meeting.held_on - timedelta(days=3), 16),
                **self.own,
            )
            for member in self.members
            if self.draw.chance(0.66)
        ]  # fmt: skip
        return Report.objects.bulk_create(reports)

    def _agenda(self, meeting: Meeting, reports: list[Report]) -> None:
        start = moment(meeting.held_on, 9)
        for position, (kind, title, minutes) in enumerate(LINES, 1):
            AgendaItem.objects.create(
                meeting=meeting, position=position, kind=kind, title=title, minutes=minutes, started_at=start,
                ended_at=start + timedelta(minutes=minutes), source=f"sample:{kind}",
                report=reports[position] if kind == "experience" and len(reports) > position else None, **self.own,
            )  # fmt: skip
            start += timedelta(minutes=minutes)

    def walk(self, meeting: Meeting) -> None:
        """The tour of five stations with their zone rules."""
        tour = Tour.objects.create(
            meeting=meeting, introduction="沿黄线参观，约一小时；带队人在每一站等齐再走。",
            safety="进入车间请戴好安全帽，不跨越黄线，听带队人指挥。", gear="安全帽、反光背心", **self.own,
        )  # fmt: skip
        Station.objects.bulk_create(
            Station(tour=tour, position=position, **values, **self.own)
            for position, values in enumerate(content()["stations"], 1)
        )

    def publish_minutes(self, meeting: Meeting) -> None:
        """Minutes as the records draft them."""
        body = compose(draft_sections(meeting))
        with at(moment(meeting.held_on + timedelta(days=3), 15)):
            Minutes.objects.create(
                meeting=meeting, state="published", body=body, published_by=self.district.officer,
                published_at=moment(meeting.held_on + timedelta(days=3), 16), **self.own,
            )  # fmt: skip
