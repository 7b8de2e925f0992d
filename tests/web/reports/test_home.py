"""The first page: one screen per role, with the one thing to do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture
from yixian.web.learning.models import Adoption, Experience, Question
from yixian.web.meetings.models import ChecklistItem, Invitation, Meeting, Reply, Report
from yixian.web.organisations.models import Strength
from yixian.web.planning.models import YearPlan
from yixian.web.problems.models import Problem

HOME = "/"


@pytest.fixture
def soon(meeting):
    """The meeting in two weeks, open for replies."""
    meeting.held_on, meeting.state = timezone.localdate() + timedelta(days=14), Meeting.State.OPEN
    meeting.save(update_fields=["held_on", "state"])
    return meeting


@pytest.fixture
def invitation(soon, guest, chair):
    return Invitation.objects.create(federation=soon.federation, meeting=soon, member=guest, person=chair)


def words(response):
    return " ".join(response.content.decode().split())


def step(response):
    """The label of the member's next step."""
    card = response.context["page"].next
    return card.step.label if card and card.step else None


def test_a_new_federation_sees_its_first_steps(signed_in, officer, get_page):
    page = get_page(signed_in(officer), HOME).context["page"]
    assert [(each.label, each.is_done) for each in page.first_steps] == [
        ("Bring in the roster", False), ("Read in a report", False), ("Plan the year", False),
    ]  # fmt: skip
    assert page.first_open == page.first_steps[0]


def test_the_office_s_button_is_the_next_step_of_the_next_meeting(signed_in, officer, soon, get_page):
    page = get_page(signed_in(officer), HOME).context["page"]
    assert (page.next.meeting, page.next.step.label) == (soon, "Start the meeting")


def test_the_office_sees_what_waits_with_its_list(signed_in, officer, soon, guest, chair, get_page):
    late = timezone.localdate() - timedelta(days=3)
    owned = {"federation": soon.federation, "found_on": late, "member": guest}
    Problem.objects.create(title="通道被占用", state="assigned", due_on=late, owner=chair, **owned)
    Problem.objects.create(title="缺编号", state="found", **owned)
    Capture.objects.create(
        federation=soon.federation, meeting=soon, author=chair, kind="note", digest="0" * 64
    )
    todos = get_page(signed_in(officer), HOME).context["page"].todos
    assert [(each.count, each.text, each.url) for each in todos] == [
        (1, "problem is overdue", "/problems/?view=overdue"),
        (1, "problem has no owner yet", "/problems/?view=open"),
        (1, "record waits for the host's release", f"/capture/meetings/{soon.pk}/"),
    ]


def test_replies_and_reports_are_counted(signed_in, officer, invitation, chair, get_page):
    owned = {"federation": invitation.federation}
    Reply.objects.create(invitation=invitation, answer="coming", attendee=chair, **owned)
    tiles = get_page(signed_in(officer), HOME).context["page"].tiles
    assert [(t.value, t.label, t.unit, t.note) for t in tiles][:2] == [
        (1, "Replies", "/ 1", "all have answered"), (0, "Reports handed in", "/ 1", "of those who come"),
    ]  # fmt: skip


def test_the_chair_is_led_from_reply_to_report_to_nothing(signed_in, chair, invitation, get_page):
    client, owned = signed_in(chair), {"federation": invitation.federation}
    assert step(get_page(client, HOME)) == "Answer the invitation"
    Reply.objects.create(invitation=invitation, answer="coming", attendee=chair, **owned)
    assert step(get_page(client, HOME)) == "Write the report"
    Report.objects.create(
        meeting=invitation.meeting, member=chair.member, person=chair, handed_in_at=timezone.now(), **owned
    )
    page = get_page(client, HOME)
    assert (step(page), "Report handed in" in words(page)) == (None, True)


def test_on_the_day_the_chair_checks_in_and_then_records(signed_in, chair, invitation, get_page):
    meeting = invitation.meeting
    meeting.held_on, meeting.state = timezone.localdate(), Meeting.State.UNDER_WAY
    meeting.save(update_fields=["held_on", "state"])
    client = signed_in(chair)
    assert step(get_page(client, HOME)) == "Check in"
    meeting.check_ins.create(federation=meeting.federation, person=chair, method="desk", at=timezone.now())
    assert step(get_page(client, HOME)) == "Record something"


def test_who_sent_apologies_is_asked_for_nothing_more(signed_in, chair, invitation, get_page):
    Reply.objects.create(federation=invitation.federation, invitation=invitation, answer="apology")
    assert step(get_page(signed_in(chair), HOME)) is None


def test_the_coordinator_sees_what_must_be_ready_and_what_waits(
    signed_in, coordinator, soon, chair, get_page
):
    owned = {"federation": soon.federation, "meeting": soon}
    day = timezone.localdate()
    for position, text, due, done in (
        (1, "安全交底", day + timedelta(days=9), None),
        (2, "停车", day, None),
        (3, "桌签", day, timezone.now()),
    ):
        ChecklistItem.objects.create(position=position, text=text, due_on=due, done_at=done, **owned)
    Capture.objects.create(author=chair, kind="note", digest="0" * 64, **owned)
    host = get_page(signed_in(coordinator), HOME).context["page"].hosting[0]
    assert (host.next_item, host.next_due, host.is_late, host.done, host.total, host.waiting) == (
        "停车", day, False, 1, 3, 1,
    )  # fmt: skip


def test_a_meeting_planned_for_next_year_is_not_yet_the_host_s_business(
    signed_in, coordinator, meeting, get_page
):
    meeting.held_on = timezone.localdate() + timedelta(days=200)
    meeting.save(update_fields=["held_on"])
    assert get_page(signed_in(coordinator), HOME).context["page"].hosting == []


def test_the_auditor_sees_figures(signed_in, auditor, soon, get_page):
    page = get_page(signed_in(auditor), HOME)
    assert (page.context["page"].row["held"], "Audit trail" in words(page)) == (0, True)


def test_a_sibling_s_numbers_do_not_count(signed_in, stranger, soon, guest, get_page):
    factories.member(stranger.federation)
    Problem.objects.create(federation=soon.federation, title="甲", found_on=soon.held_on, member=guest)
    page = get_page(signed_in(stranger), HOME).context["page"]
    assert (page.todos, page.next, page.members) == ([], None, 1)


def test_the_city_sees_its_districts_in_figures(signed_in, city_officer, meeting, sibling, get_page):
    Meeting.objects.filter(pk=meeting.pk).update(state=Meeting.State.CLOSED)
    page = get_page(signed_in(city_officer), HOME).context["page"]
    assert [(row["name"], row["held"]) for row in page.rows] == [("乙区总工会", 0), ("甲区总工会", 1)]
    assert page.total["held"] == 1


def test_the_city_sees_no_names_of_people_or_meetings(
    signed_in, city_officer, meeting, district, coordinator, get_page
):
    client = signed_in(city_officer)
    shown = words(get_page(client, HOME)) + words(get_page(client, f"/below/{district.pk}/"))
    assert [name for name in (coordinator.name, meeting.title, meeting.host.name) if name in shown] == []


def test_every_home_takes_as_many_queries_with_much_to_show(signed_in, officer, chair, invitation, get_page):
    owned = {"federation": invitation.federation, "found_on": timezone.localdate(), "member": chair.member}
    for number in range(30):
        Problem.objects.create(title=f"问题{number}", state="assigned", owner=chair, **owned)
        factories.cadre(factories.member(invitation.federation))
    YearPlan.objects.create(
        federation=invitation.federation, programme=invitation.meeting.programme, version=1, first_month="2026-12",
        state=YearPlan.State.PUBLISHED, published_at=timezone.now(),
    )  # fmt: skip
    page = get_page(signed_in(officer), HOME).context["page"]
    assert (page.todos, page.plan.plan.version) == ([], 1)
    assert get_page(signed_in(chair), HOME).context["page"].counts == {"problems": 30}


def test_a_members_home_names_what_is_borrowed_and_asked(signed_in, chair, host, invitation, get_page):
    own, topic = {"federation": invitation.federation}, factories.topic(invitation.federation)
    Strength.objects.create(member=chair.member, topic=topic, **own)
    for number in range(4):
        experience = Experience.objects.create(title=f"经验{number}", member=host, **own)
        Adoption.objects.create(experience=experience, member=chair.member, state="trying", **own)
        Question.objects.create(text=f"请教{number}", member=host, topic=topic, **own)
    html = get_page(signed_in(chair), HOME).content.decode()
    assert [f"经验{number}" in html and f"请教{number}" in html for number in range(4)] == [True] * 4


def test_people_of_an_inactive_account_are_sent_to_sign_in(signed_in, chair, client):
    browser = signed_in(chair)
    Person.objects.filter(pk=chair.pk).update(is_active=False)
    assert (browser.get(HOME).status_code, client.get(HOME).status_code) == (302, 302)
