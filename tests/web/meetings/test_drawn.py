"""What is drawn in Python rather than by templates: safe, and in the right places."""

import re
from datetime import datetime, timedelta

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import timezone

from tests import factories_meetings
from yixian.web.meetings.actions import agenda
from yixian.web.meetings.models import Invitation, Meeting
from yixian.web.meetings.queries.agenda import agenda_page
from yixian.web.meetings.queries.choices import people_to_choose
from yixian.web.meetings.queries.replies import replies_page
from yixian.web.meetings.templatetags.meeting_orders import running_rows
from yixian.web.meetings.templatetags.meetings import in_two, meeting_lines, reply_rows
from yixian.web.shared.prepared import PreparedRows

NINE = timedelta(hours=9)


@pytest.fixture
def on(officer, meeting):
    agenda.build_agenda(by=officer, meeting=meeting)
    meeting.state = "under_way"
    meeting.save()
    return meeting


def clock_at(person, meeting, clock):
    """The times of the running order as they are drawn at a moment, the line of the clock among them."""
    midnight = datetime.combine(meeting.held_on, datetime.min.time(), timezone.get_default_timezone())
    html = running_rows(agenda_page(person, meeting, now=midnight + clock))
    rows = re.findall(r"<li.*?</li>", html)
    return [("|" if "clock-now" in row else "") + re.search(r">(\d\d:\d\d)<", row)[1] for row in rows]


def test_the_line_of_the_clock_moves_through_the_running_order(officer, on):
    assert clock_at(officer, on, NINE - timedelta(minutes=10))[:2] == ["|08:50", "09:00"]
    assert clock_at(officer, on, NINE + timedelta(minutes=7))[:4] == ["09:00", "09:05", "|09:07", "09:45"]
    assert clock_at(officer, on, 2 * NINE)[-1] == "|18:00"


def test_there_is_no_line_on_other_days_or_before_the_start(officer, on):
    tomorrow = clock_at(officer, on, timedelta(days=1, hours=10))
    on.state = "open"
    before = clock_at(officer, on, NINE)
    assert [each for each in tomorrow + before if each.startswith("|")] == []


def test_only_the_very_next_item_stands_out(officer, on):
    html = running_rows(agenda_page(officer, on))
    assert (html.count("btn-secondary"), html.count("/start/")) == (1, on.agenda.count())


def test_what_people_wrote_stays_text(officer, meeting, chair):
    chair.name = "<b>甲</b>"
    chair.save()
    invitation = factories_meetings.invitation(meeting, chair)
    factories_meetings.reply(invitation, "apology", reason="<script>")
    html = reply_rows(replies_page(officer, meeting, {}), "/x/")
    assert ("<b>" in html, "<script>" in html, "&lt;b&gt;甲&lt;/b&gt;" in html) == (False, False, True)


def test_lists_without_rows_are_empty():
    assert meeting_lines([], "/meetings/") == ""


@pytest.mark.parametrize(
    ("day", "drawn"),
    [
        (
            "2026年3月18日（周三）",
            '<span class="nowrap">2026年3月18日</span><span class="nowrap">（周三）</span>',
        ),
        ("Wed 18 Mar 2026", "Wed 18 Mar 2026"),
        ("<i>", "&lt;i&gt;"),
    ],
)
def test_a_day_breaks_only_before_its_weekday(day, drawn):
    assert in_two(day) == drawn


def test_prepared_rows_give_what_the_queryset_gives(meeting, chair):
    invitation = factories_meetings.invitation(meeting, chair)
    Invitation.objects.filter(pk=invitation.pk).update(sent_at=timezone.now())
    rows = PreparedRows(
        lambda meeting_id: (
            Invitation.objects.with_scopes_disabled()
            .filter(meeting_id=meeting_id)
            .values_list("pk", "sent_at")
        ),
        meeting_id=int,
    )
    expected = [tuple(row) for row in Invitation.objects.values_list("pk", "sent_at")]
    found = [tuple(row) for row in rows.all(meeting_id=meeting.pk)]
    assert (found, rows.all(meeting_id=0)) == (expected, [])


def test_prepared_rows_refuse_a_value_that_is_not_in_the_query():
    rows = PreparedRows(
        lambda other: Meeting.objects.with_scopes_disabled().values_list("pk"),
        other=int,
    )
    with pytest.raises(ImproperlyConfigured, match="other"):
        rows.all(other=1)


def test_people_to_choose_leave_the_office_out_where_members_are_asked(officer, chair):
    everybody = dict(people_to_choose(officer.federation_id))
    of_members = dict(people_to_choose(officer.federation_id, of_members=True))
    assert set(everybody) - set(of_members) == {officer.pk}
    assert of_members[chair.pk].startswith(chair.member.short_name)


def test_drawn_forms_carry_the_token(signed_in, officer, on):
    on.state = "open"
    on.save()
    html = signed_in(officer).get(f"/meetings/{on.pk}/agenda/").content.decode()
    tokens = re.findall(r'name="csrfmiddlewaretoken" value="([^"]*)"', html)
    assert len(tokens) > on.agenda.count() and all(re.fullmatch(r"\w{64}", token) for token in tokens)
