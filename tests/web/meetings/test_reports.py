"""Three short paragraphs: written, handed in, taken back, read."""

import pytest

from tests import factories_meetings
from yixian.web.meetings.actions import reports
from yixian.web.meetings.actions.reports import Written
from yixian.web.meetings.models import Meeting, Report
from yixian.web.meetings.queries.reports import LINES, reports_visible_to
from yixian.web.meetings.rules.reports import can_write_report
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry

WORDS = Written("本月完成两场培训。", "下月开展岗位练兵。", "班前会讲案例。", True)


@pytest.fixture
def invitation(meeting, chair):
    """The guest's invitation to a meeting that is being prepared."""
    meeting.state = "open"
    meeting.save()
    return factories_meetings.invitation(meeting, chair)


def test_a_draft_is_kept_as_it_is_typed(chair, invitation):
    reports.save_report(by=chair, invitation=invitation, written=Written(review="本月"))
    reports.save_report(by=chair, invitation=invitation, written=Written(review="本月完成"))
    reports.save_report(by=chair, invitation=invitation, written=Written(review="本月完成"))
    report = Report.objects.get()
    assert (report.review, report.person, report.handed_in_at) == ("本月完成", chair, None)
    assert [entry.changes for entry in AuditEntry.objects.order_by("serial")] == [
        {"review (characters)": [0, 2]}, {"review (characters)": [2, 4]},
    ]  # fmt: skip


def test_handing_in_saves_what_stands_there(chair, invitation):
    report = reports.hand_in_report(by=chair, invitation=invitation, written=WORDS)
    report.refresh_from_db()
    assert (report.experience, report.wants_to_speak, report.handed_in_at is not None) == (
        "班前会讲案例。",
        True,
        True,
    )
    reports.hand_in_report(by=chair, invitation=invitation, written=WORDS)
    assert AuditEntry.objects.count() == 1


def test_handing_in_needs_a_paragraph(chair, invitation):
    with pytest.raises(BadInput):
        reports.hand_in_report(by=chair, invitation=invitation, written=Written("  "))


def test_what_was_handed_in_is_taken_back_before_it_changes(chair, delegate, invitation):
    with pytest.raises(DomainError):
        reports.take_back_report(by=chair, invitation=invitation)
    reports.hand_in_report(by=chair, invitation=invitation, written=WORDS)
    with pytest.raises(DomainError):
        reports.save_report(by=delegate, invitation=invitation, written=Written("x"))
    reports.take_back_report(by=delegate, invitation=invitation)
    reports.save_report(by=delegate, invitation=invitation, written=Written("改"))
    report = Report.objects.get()
    assert (report.review, report.handed_in_at, report.person) == ("改", None, delegate)


def test_only_the_member_s_people_write(officer, coordinator, invitation):
    for person in (officer, coordinator):
        with pytest.raises(Refused):
            reports.save_report(by=person, invitation=invitation, written=WORDS)


@pytest.mark.parametrize("state", Meeting.State.values)
def test_paragraphs_are_taken_until_the_meeting_starts(chair, invitation, state):
    invitation.meeting.state = state
    assert can_write_report(chair, invitation) is (state in ("announced", "open"))
    if state not in ("announced", "open"):
        with pytest.raises(DomainError):
            reports.hand_in_report(by=chair, invitation=invitation, written=WORDS)


def test_drafts_are_seen_by_the_own_member_only(officer, chair, coordinator, meeting, invitation):
    draft = factories_meetings.report(meeting, chair, handed_in=False)
    seen = {str(p): list(reports_visible_to(p)) for p in (officer, chair, coordinator)}
    assert seen == {"郑主任": [], "甲主席": [draft], "何联络": []}


def test_writing_by_the_form(get_page, signed_in, chair, meeting, invitation):
    client, url = signed_in(chair), f"/meetings/{meeting.pk}/report/"
    get_page(client, url)
    saved = client.post(f"{url}draft/", {"review": "本月"}, headers={"x-autosave": "1"})
    assert (saved.status_code, client.get(url).context["form"]["review"].value()) == (204, "本月")
    assert client.post(f"{url}draft/", {"review": "长" * 801}).status_code == 422
    assert client.post(f"{url}draft/", {"review": "本月"}).url == url
    assert client.post(url, {"review": "长" * 801}).status_code == 422
    assert client.post(url, {}).status_code == 422
    assert client.post(url, {"review": "本月", "wants_to_speak": "on"}).url == url
    get_page(client, url)
    assert client.post(f"{url}recall/").url == url


def test_a_meeting_that_began_shows_nothing_to_write(get_page, signed_in, chair, meeting, invitation):
    Meeting.objects.filter(pk=meeting.pk).update(state="under_way")
    assert '<form method="post" class="form"' not in (
        get_page(signed_in(chair), f"/meetings/{meeting.pk}/report/").content.decode()
    )


@pytest.mark.parametrize("number", [1, 30])
def test_overview_takes_the_same_queries_whatever_the_rows(
    get_page, signed_in, officer, meeting, district, number
):
    for chair in factories_meetings.chairs(district, number):
        factories_meetings.invitation(meeting, chair)
        factories_meetings.report(meeting, chair)
    overview = get_page(signed_in(officer), f"/meetings/{meeting.pk}/reports/", most=8)
    assert overview.context["page"].handed_in == number
    reading = get_page(signed_in(officer), f"/meetings/{meeting.pk}/reports/reading/", most=5)
    assert reading.context["page"].paginator.count == number


def test_overview_tells_who_is_missing(get_page, signed_in, coordinator, meeting, district):
    done, drafting, away, silent = factories_meetings.chairs(district, 4)
    invitations = [factories_meetings.invitation(meeting, each) for each in (done, drafting, away, silent)]
    factories_meetings.report(meeting, done, wants_to_speak=True)
    factories_meetings.report(meeting, drafting, handed_in=False, review="秘密草稿")
    factories_meetings.reply(invitations[2], "apology", reason="外出")
    response = get_page(signed_in(coordinator), f"/meetings/{meeting.pk}/reports/")
    page = response.context["page"]
    assert [row.state for row in page.page] == ["in", "draft", "away", "none"]
    assert (page.handed_in, page.expected, page.speakers) == (1, 4, 1)
    reading = get_page(signed_in(coordinator), f"/meetings/{meeting.pk}/reports/reading/").content.decode()
    assert "秘密草稿" not in reading + response.content.decode()
    narrowed = get_page(signed_in(coordinator), f"/meetings/{meeting.pk}/reports/?state=draft").context[
        "page"
    ]
    assert [row.state for row in narrowed.page] == ["draft"]
    for state in ("in", "none", "away"):
        page = get_page(signed_in(coordinator), f"/meetings/{meeting.pk}/reports/?state={state}").context[
            "page"
        ]
        assert [row.state for row in page.page] == [state]


def test_many_reports_come_by_pages(get_page, signed_in, officer, meeting, district):
    for chair in factories_meetings.chairs(district, LINES + 2):
        factories_meetings.invitation(meeting, chair)
        factories_meetings.report(meeting, chair)
    client, url = signed_in(officer), f"/meetings/{meeting.pk}/reports/"
    overview = [get_page(client, f"{url}?page={number}").context["page"].page for number in (1, 2)]
    reading = [get_page(client, f"{url}reading/?page={number}").context["page"] for number in (1, 2)]
    for pages in (overview, reading):
        assert [len(page) for page in pages] == [LINES, 2]
        assert len({row.member for page in pages for row in page}) == LINES + 2
