"""Whose turn it is to go: fewest turns first, then what the meeting shows; and how a reply proposes it."""

from datetime import timedelta

import pytest
from django.utils import timezone, translation

from tests import factories, factories_meetings
from tests.guards import count_queries
from yixian.web.accounts.links import path_of
from yixian.web.accounts.models import Absence, Interest
from yixian.web.meetings.actions import replies
from yixian.web.meetings.models import CheckIn, Invitation, Reply
from yixian.web.meetings.queries.suggestion import suggest_delegate
from yixian.web.organisations.models import Strength


@pytest.fixture(autouse=True)
def _in_english():
    """A request leaves its language behind; each test begins in the same."""
    with translation.override("en"):
        yield


@pytest.fixture
def gathering(programme, host, coordinator):
    """An open meeting next week in the host's museum."""
    return factories.meeting(
        programme, host=host, coordinator=coordinator, state="open", venue=factories.venue(host, "主展厅", "museum"),
        held_on=timezone.localdate() + timedelta(days=7),
    )  # fmt: skip


@pytest.fixture
def earlier(programme, host):
    """A meeting of last month."""
    held_on = timezone.localdate() - timedelta(days=30)
    return factories.meeting(programme, host=host, state="closed", held_on=held_on)


@pytest.fixture
def team(guest):
    """Three cadres beside the chair."""
    return [factories.cadre(guest, name, rank=n) for n, name in enumerate(("赵", "钱", "孙"))]


@pytest.fixture
def invitation(gathering, chair):
    """The member's invitation."""
    return factories_meetings.invitation(gathering, chair)


def went(person, meeting, days_ago=None):
    if days_ago is not None:
        meeting.held_on = timezone.localdate() - timedelta(days=days_ago)
        meeting.save()
    own = {"federation": meeting.federation, "meeting": meeting}
    CheckIn.objects.create(person=person, method="desk", at=timezone.now(), **own)


def wishes(person, topic=None, venue_kind=""):
    Interest.objects.create(federation=person.federation, person=person, topic=topic, venue_kind=venue_kind)


def order(invitation):
    fresh = Invitation.objects.select_related("meeting__venue", "member", "reply").get(pk=invitation.pk)
    suggestion = suggest_delegate(fresh)
    return [[(each.name, each.reason) for each in part] for part in (suggestion.turns, suggestion.away)]


def names(invitation):
    return [[name for name, _reason in part] for part in order(invitation)]


def test_whoever_went_least_goes_next(invitation, earlier, team):
    went(team[0], earlier)
    month = f"{earlier.held_on:%B %Y}"
    assert order(invitation) == [
        [
            ("钱", "Has not been yet"),
            ("孙", "Has not been yet"),
            ("赵", f"Went once in the last year, in {month}"),
        ],
        [],
    ]


def test_who_went_years_ago_comes_after_who_never_went(invitation, earlier, team):
    went(team[0], earlier, days_ago=700)
    month = f"{earlier.held_on:%B %Y}"
    assert order(invitation)[0][-1] == ("赵", f"Has not been for a year, last in {month}")


def test_among_equal_turns_it_counts_what_the_meeting_shows(invitation, gathering, host, team, district):
    about, strong, other = (factories.topic(district, name) for name in ("岗位练兵", "企业文化", "民主管理"))
    gathering.topics.add(about)
    Strength.objects.create(federation=district, member=host, topic=strong)
    wishes(team[0], topic=other)
    wishes(team[1], topic=strong)
    wishes(team[2], topic=about)
    wishes(team[2], venue_kind="museum")
    assert order(invitation)[0] == [
        ("孙", "Has not been yet; interested in 岗位练兵, museum"),
        ("钱", "Has not been yet; interested in 企业文化"),
        ("赵", "Has not been yet"),
    ]


def test_reasons_read_well_in_chinese(invitation, earlier, team, district, gathering):
    for _n in range(2):
        went(team[0], factories.meeting(gathering.programme, host=gathering.host, held_on=earlier.held_on))
    gathering.topics.add(factories.topic(district, "岗位练兵"))
    wishes(team[1], topic=factories.topic(district, "岗位练兵"))
    wishes(team[1], venue_kind="museum")
    with translation.override("zh-hans"):
        reasons = dict(order(invitation)[0])
    month = f"{earlier.held_on.year}年{earlier.held_on.month}月"
    assert reasons == {
        "钱": "还没去过；对岗位练兵、博物馆感兴趣",
        "孙": "还没去过",
        "赵": f"近一年去过 2 次，上次是{month}",
    }


def test_who_cannot_come_is_left_out_and_told_why(invitation, gathering, team, district):
    Absence.objects.create(
        federation=district, person=team[0], first_day=gathering.held_on, last_day=gathering.held_on
    )
    day_before = gathering.held_on - timedelta(days=1)
    Absence.objects.create(federation=district, person=team[1], first_day=day_before, last_day=day_before)
    replies.reply_with_apology(by=team[2], invitation=invitation, reason="外出")
    assert order(invitation) == [
        [("钱", "Has not been yet")],
        [("赵", "Away on this day"), ("孙", "Has answered that nobody can come")],
    ]


def test_the_host_s_coordinator_is_there_anyway(gathering, coordinator, host):
    own_chair = factories.cadre(host, "何主席", "chair")
    other = factories.cadre(host, "何委员", rank=5)
    invitation = factories_meetings.invitation(gathering, own_chair)
    assert names(invitation) == [[other.name], [coordinator.name]]


def test_only_the_member_s_active_people_but_its_chair(invitation, team, guest, coordinator):
    factories.cadre(guest, "已退", is_active=False)
    assert names(invitation) == [["赵", "钱", "孙"], []]


def test_a_member_with_only_a_chair_has_no_suggestion(invitation, get_page, signed_in, chair):
    assert names(invitation) == [[], []]
    base = f"/meetings/{invitation.meeting_id}/reply/"
    page = get_page(signed_in(chair), f"{base}delegate/").content.decode()
    assert (page.count("btn-primary"), page.count('name="delegate"')) == (1, 1)
    assert "Or whose turn it is" not in get_page(signed_in(chair), base).content.decode()


def test_one_press_takes_the_suggestion(invitation, team, signed_in, chair, get_page):
    client, base = signed_in(chair), f"/meetings/{invitation.meeting_id}/reply/"
    page = get_page(client, base)
    assert page.context["page"].suggested.pk == team[0].pk
    assert f'name="delegate" value="{team[0].pk}"' in page.content.decode()
    client.post(f"{base}delegate/", {"delegate": team[0].pk})
    assert (Reply.objects.get().answer, Reply.objects.get().attendee) == ("delegate", team[0])
    assert "Or whose turn it is" not in get_page(client, base).content.decode()


def test_anybody_else_stays_one_press_away(invitation, team, signed_in, chair, get_page, district, gathering):
    Absence.objects.create(
        federation=district, person=team[2], first_day=gathering.held_on, last_day=gathering.held_on
    )
    client, path = signed_in(chair), f"/meetings/{invitation.meeting_id}/reply/delegate/"
    page = get_page(client, path).content.decode()
    assert [f'name="delegate" value="{each.pk}"' in page for each in team] == [True] * 3
    client.post(path, {"delegate": team[2].pk})
    assert Reply.objects.get().attendee == team[2]
    assert "named now" in get_page(client, path).content.decode()


def test_by_a_personal_link_the_suggestion_shows_people_of_that_member_only(
    officer, programme, host, coordinator, chair, team, client, get_page
):
    factories.cadre(host, "何主席", "chair")
    day = timezone.localdate() + timedelta(days=7)
    meeting = factories.meeting(programme, host=host, coordinator=coordinator, held_on=day)
    issued = factories_meetings.announced(meeting, officer)
    token = next(each.token for each in issued if each.invitation.person_id == chair.pk)
    client.post(path_of(token))
    base = f"/meetings/{meeting.pk}/reply/"
    assert get_page(client, base).context["page"].suggested.name == "赵"
    page = get_page(client, f"{base}delegate/").content.decode()
    assert [name in page for name in ("赵", "钱", "孙", "何联络")] == [True, True, True, False]


def test_reply_pages_take_the_same_queries_for_few_and_many(
    invitation, team, guest, signed_in, chair, district, gathering, earlier, get_page
):
    client, base = signed_in(chair), f"/meetings/{invitation.meeting_id}/reply/"

    def queries():
        with count_queries() as counted:
            get_page(client, base)
            get_page(client, f"{base}delegate/")
        return len(counted)

    few = queries()
    for n in range(40):
        person = factories.cadre(guest, f"丙{n:02d}")
        topic = factories.topic(district, f"主题{n}")
        gathering.topics.add(topic)
        wishes(person, topic=topic)
        went(person, earlier)
    assert queries() == few
