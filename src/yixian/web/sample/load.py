"""Load the demo: the made-up city and district with everything in it, and the facts of one public report."""

from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone, translation
from django_scopes import scope, scopes_disabled

from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Federation, Member, Venue
from yixian.web.planning.months import later, month_of
from yixian.web.planning.queries.problem import best_venue, calendar_days
from yixian.web.sample import arrangements, coming, groups, source, votes, wishes
from yixian.web.sample.content import Draw, content
from yixian.web.sample.federations import District, make_city, make_district
from yixian.web.sample.past import Past
from yixian.web.sample.photos import Picture, pictures
from yixian.web.sample.records import Records
from yixian.web.sample.roster import bring_in_roster
from yixian.web.shared import audit

MONTHS_BACK = 24
Say = Callable[[str], None]


def is_loaded() -> bool:
    """Whether this database has federations already."""
    return Federation.objects.exists()


def load(*, say: Say = lambda step: None, today: date | None = None) -> None:
    """Fill an empty database, all or nothing."""
    today = today or timezone.localdate()
    with translation.override("zh-hans"), scopes_disabled(), transaction.atomic():
        say("federations and roster")
        district = make_district(make_city(), began=date(today.year - 2, 1, 1))
        bring_in_roster(district)
        with scope(federation=district.federation.pk):
            say("two years of meetings")
            last = _history(district, today)
            say("the year plan, solved to proven optimality")
            coming.plan_the_year(district, today)
            say("a meeting in each state")
            coming.invite(district)
            say("what everybody would like to learn")
            wishes.choose_wishes(district)
            wishes.go_away(district)
            arrangements.keep_their_months(district, today)
            arrangements.ask_for_a_swap(district)
            meeting = coming.hold_today(district, today)
            coming.wait_for_release(district, last)
            votes.vote(meeting, last)
            say("groups, and how they rotate through the stations")
            groups.divide_the_past(district, meeting)
            groups.walk_today(district, meeting)
        audit.record(by=None, verb="sample.load", thing=district.federation)
        say("the report that the method comes from")
        source.load()


def _history(district: District, today: date) -> Meeting:
    """Held meetings, the newest only just wrapped up; returns that one."""
    draw = Draw(7)
    members = list(Member.objects.prefetch_related("venues").order_by("pk"))
    hosts = _hosts(members, draw)
    past = Past(district, members, draw)
    drawn = pictures()
    first = later(month_of(today), -MONTHS_BACK)
    meeting = None
    for number in range(1, MONTHS_BACK):
        month = later(first, number - 1)
        host = hosts[number % len(hosts)]
        venue = best_venue(host)
        assert venue is not None
        newest = number == MONTHS_BACK - 1
        meeting = past.hold(number, meeting_day(month), host, venue, "wrapped_up" if newest else "closed")
        if not newest:
            past.publish_minutes(meeting)
        _records(district, meeting, number, draw, drawn)
    assert meeting is not None
    _cancelled(district, hosts[0], best_venue(hosts[0]), later(first, 11))
    return meeting


def _hosts(members: list[Member], draw: Draw) -> list[Member]:
    """Those who have a venue, in the order in which they hosted."""
    hosts = [
        member for member in members if any((venue.capacity or 0) >= 50 for venue in member.venues.all())
    ]
    draw.random.shuffle(hosts)
    return hosts


def _records(district: District, meeting: Meeting, number: int, draw: Draw, drawn: list[Picture]) -> None:
    """What was recorded: the newest meeting has the most, older ones a trace."""
    records = Records(district, meeting, draw)
    newest = MONTHS_BACK - 1 - number
    photos = []
    if newest < 8:
        photos = [records.photo(picture) for picture in draw.random.sample(drawn, 6 if newest == 0 else 4)]
    records.usual()
    words = content()
    state = "closed" if newest > 4 else ("solved", "assigned", "assigned", "found", "closed")[newest]
    records.problem(words["problems"][number % len(words["problems"])], state, 28 if newest != 2 else 20)
    if number % 2 == 0:
        practice = words["experiences"][(number // 2) % len(words["experiences"])]
        records.experience(practice, draw.random.randint(1, 5), photos)
    if number % 3 == 0 or newest == 0:
        records.question(words["questions"][number % len(words["questions"])], 0 if newest < 2 else 2)
    if photos:
        records.digests(3, photos)


def _cancelled(district: District, host: Member, venue: Venue | None, month: str) -> None:
    """One meeting that a storm prevented; the month's meeting was held elsewhere."""
    day = meeting_day(month) - timedelta(days=8)
    Meeting.objects.create(
        federation=district.federation, programme=district.programme, title=f"{day.year}年{day.month}月例会（原定）",
        state="cancelled", held_on=day, month=month, host=host, venue=venue, cancelled_because="台风红色预警",
    )  # fmt: skip


def meeting_day(month: str) -> date:
    """The last working Friday of a month, or the last working day before it."""
    days = [day for day in calendar_days([month]) if day.date.startswith(month) and day.working]
    fridays = [date.fromisoformat(day.date) for day in days if date.fromisoformat(day.date).isoweekday() == 5]
    return fridays[-1] if fridays else date.fromisoformat(days[-1].date)
