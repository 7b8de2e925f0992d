"""The notice, the links shown once, and the table of replies."""

from io import BytesIO

import openpyxl
import pytest

from tests import factories, factories_meetings
from yixian.web.accounts.links import digest
from yixian.web.accounts.models import PersonalLink
from yixian.web.meetings.models import Invitation, Meeting, Reply
from yixian.web.meetings.queries.replies import LINES, NAMED


@pytest.fixture
def announced(officer, meeting, chair, coordinator):
    """The meeting after its announcement."""
    factories_meetings.announced(meeting, officer)
    return meeting


def tokens_of(response):
    return [row["url"].rstrip("/").rsplit("/", 1)[1] for row in response.context["rows"]]


def test_notice_page_before_and_after(get_page, signed_in, officer, chair, meeting):
    url = f"/meetings/{meeting.pk}/notice/"
    before = get_page(signed_in(officer), url)
    assert before.content.decode().count("btn-primary") == 1
    factories_meetings.announced(meeting, officer)
    after = get_page(signed_in(officer), url)
    assert (after.context["page"].can_announce, after.context["page"].can_send) == (False, True)
    shown = get_page(signed_in(chair), url)
    assert "btn-primary" not in shown.content.decode()


def test_announcing_shows_each_link_once(signed_in, officer, meeting, chair, get_page):
    response = signed_in(officer).post(f"/meetings/{meeting.pk}/notice/")
    (token,) = tokens_of(response)
    assert (response.status_code, digest(token)) == (200, PersonalLink.objects.get().digest)
    assert '<svg viewBox="0 0' in response.content.decode()
    later = get_page(signed_in(officer), f"/meetings/{meeting.pk}/replies/")
    assert token not in later.content.decode()


def test_the_text_of_a_link_is_ready_to_paste(signed_in, officer, meeting, chair):
    response = signed_in(officer).post(f"/meetings/{meeting.pk}/notice/")
    (row,) = response.context["rows"]
    assert row["text"].splitlines() == [
        "甲主席，您好！请您参加以下会议。",
        "十一月现场例会",
        "时间：2026年11月26日（周四） 09:00–12:00",
        "地点：甲一机械有限公司工会",
        "请点此填写回执（链接仅限本人使用）：",
        row["url"],
    ]


def test_the_link_lets_the_chair_in(client, signed_in, officer, meeting, chair):
    (token,) = tokens_of(signed_in(officer).post(f"/meetings/{meeting.pk}/notice/"))
    entered = client.post(f"/accounts/links/{token}/", follow=True)
    assert entered.redirect_chain[-1][0] == f"/meetings/{meeting.pk}/reply/"
    assert entered.context["page"].invitation.person == chair


def test_new_links_reminders_and_sent(signed_in, officer, announced, chair):
    client, base = signed_in(officer), f"/meetings/{announced.pk}/invitations"
    invitation = Invitation.objects.get(person=chair)
    assert len(tokens_of(client.post(f"{base}/{invitation.pk}/link/"))) == 1
    assert len(tokens_of(client.post(f"{base}/links/"))) == 1
    assert len(tokens_of(client.post(f"{base}/links/", {"invitation": [invitation.pk, "x"]}))) == 1
    assert client.post(f"{base}/sent/").url == f"/meetings/{announced.pk}/replies/"
    assert client.post(f"{base}/reminders/").context["is_reminder"] is True
    for each in Invitation.objects.all():
        factories_meetings.reply(each, "apology")
    assert client.post(f"{base}/reminders/").status_code == 422
    assert client.post(f"{base}/links/").context["rows"] == []


def test_an_invitation_of_another_meeting_gets_no_link_here(
    signed_in, officer, announced, programme, host, chair
):
    other = factories.meeting(programme, host=host, state="open")
    foreign = factories_meetings.invitation(other, chair)
    response = signed_in(officer).post(f"/meetings/{announced.pk}/invitations/{foreign.pk}/link/")
    assert (response.status_code, PersonalLink.objects.count()) == (404, 1)


def test_greeting_is_saved_as_it_is_typed(signed_in, officer, meeting):
    url = f"/meetings/{meeting.pk}/notice/greeting/"
    client = signed_in(officer)
    assert client.post(url, {"greeting": "请"}, headers={"x-autosave": "1"}).status_code == 204
    assert client.post(url, {"greeting": "请准时"}).status_code == 302
    assert client.post(url, {"greeting": "长" * 601}).status_code == 422
    meeting.refresh_from_db()
    assert meeting.greeting == "请准时"


@pytest.mark.parametrize("number", [1, 30])
def test_replies_take_the_same_queries_whatever_the_rows(
    get_page, signed_in, officer, meeting, district, number
):
    for chair in factories_meetings.chairs(district, number):
        factories_meetings.reply(factories_meetings.invitation(meeting, chair))
    response = get_page(signed_in(officer), f"/meetings/{meeting.pk}/replies/", most=6)
    assert (len(response.context["page"].page), response.context["page"].totals.coming) == (number, number)


@pytest.fixture
def answers(meeting, guest, chair, delegate, district):
    """One answer of each kind, and one member that is silent."""
    meeting.state = "open"
    meeting.save()
    people = factories_meetings.chairs(district, 3)
    invitations = [factories_meetings.invitation(meeting, person) for person in (chair, *people)]
    factories_meetings.reply(invitations[0], "delegate", attendee=delegate)
    factories_meetings.reply(invitations[1], "coming")
    factories_meetings.reply(invitations[2], "apology", reason="=外出")
    return invitations


def test_totals_and_filters_of_replies(get_page, signed_in, coordinator, meeting, answers):
    client, url = signed_in(coordinator), f"/meetings/{meeting.pk}/replies/"
    totals = get_page(client, url).context["page"].totals
    assert (totals.invited, totals.people, totals.delegate, totals.apology, totals.silent, totals.answered) == (
        4, 2, 1, 1, 1, 3,
    )  # fmt: skip
    shown = {
        answer: sorted(row.answer for row in get_page(client, f"{url}?answer={answer}").context["page"].page)
        for answer in ("people", "delegate", "silent", "nonsense")
    }
    assert shown == {
        "people": ["coming", "delegate"],
        "delegate": ["delegate"],
        "silent": ["silent"],
        "nonsense": ["apology", "coming", "delegate", "silent"],
    }
    assert len(get_page(client, f"{url}?q=甲委员").context["page"].page) == 1


def test_many_replies_come_by_pages(get_page, signed_in, officer, meeting, district):
    for chair in factories_meetings.chairs(district, LINES + 3):
        invitation = factories_meetings.invitation(meeting, chair)
    factories_meetings.reply(invitation, "apology", reason="出差")
    meeting.invitations.filter(pk__lt=invitation.pk - NAMED).update(person=None)
    client, url = signed_in(officer), f"/meetings/{meeting.pk}/replies/"
    first, second = (get_page(client, f"{url}?page={number}").context["page"] for number in (1, 2))
    assert (len(first.page), len(second.page)) == (LINES, 3)
    assert not {row.pk for row in first.page} & {row.pk for row in second.page}
    assert (len(first.without_person), first.totals.unnamed) == (NAMED, LINES + 2 - 2 * NAMED)
    assert [row.reason for row in get_page(client, f"{url}?answer=apology").context["page"].page] == ["出差"]
    assert len(get_page(client, f"{url}?answer=silent&page=2").context["page"].page) == 2
    assert openpyxl.load_workbook(BytesIO(client.get(f"{url[:-1]}.xlsx").content)).active.max_row == LINES + 4


def test_replies_as_a_workbook_keep_strings(signed_in, officer, meeting, answers):
    response = signed_in(officer).get(f"/meetings/{meeting.pk}/replies.xlsx?answer=apology")
    sheet = openpyxl.load_workbook(BytesIO(response.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    reason = sheet.cell(2, 7)
    assert (len(rows), reason.value, reason.data_type) == (2, "=外出", "s")


def test_the_tools_are_the_office_s(get_page, signed_in, officer, auditor, coordinator, meeting, answers):
    for person, expected in ((officer, True), (auditor, False), (coordinator, False)):
        page = get_page(signed_in(person), f"/meetings/{meeting.pk}/replies/").context["page"]
        assert (page.can_send, page.can_answer) == (expected, expected)


def test_reply_pages_on_the_phone(get_page, signed_in, chair, meeting, answers):
    client, base = signed_in(chair), f"/meetings/{meeting.pk}/reply/"
    for page in ("", "delegate/", "apology/"):
        get_page(client, f"{base}{page}")


def test_answers_by_the_forms(signed_in, chair, delegate, meeting):
    Meeting.objects.filter(pk=meeting.pk).update(state="open")
    factories_meetings.invitation(meeting, chair)
    client, base = signed_in(chair), f"/meetings/{meeting.pk}/reply/"
    assert client.post(base).url == base
    assert client.post(f"{base}apology/", {"reason": ""}).status_code == 422
    assert client.post(f"{base}apology/", {"reason": "外出"}).url == base
    assert client.post(f"{base}delegate/", {}).status_code == 422
    assert (
        client.post(f"{base}delegate/", {"delegate": "new", "name": "戊", "phone": "abc"}).status_code == 422
    )
    assert client.post(f"{base}delegate/", {"delegate": "new", "name": " "}).status_code == 422
    assert (
        client.post(f"{base}delegate/", {"delegate": "new", "name": "戊"}).context["pass_on"]["name"] == "戊"
    )
    chosen = client.post(f"{base}delegate/", {"delegate": delegate.pk})
    assert (chosen.status_code, chosen.context["pass_on"]["name"]) == (200, "甲委员")
    renewed = client.post(f"{base}delegate/link/")
    assert renewed.context["pass_on"]["text"] != chosen.context["pass_on"]["text"]
    assert (Reply.objects.get().answer, client.get(base).status_code) == ("delegate", 200)


def test_a_delegate_of_another_member_cannot_be_chosen(signed_in, chair, coordinator, meeting):
    Meeting.objects.filter(pk=meeting.pk).update(state="open")
    factories_meetings.invitation(meeting, chair)
    response = signed_in(chair).post(f"/meetings/{meeting.pk}/reply/delegate/", {"delegate": coordinator.pk})
    assert (response.status_code, Reply.objects.count()) == (422, 0)


def test_the_office_answers_for_a_member(signed_in, officer, auditor, coordinator, meeting, answers):
    silent = answers[3]
    base = f"/meetings/{meeting.pk}/invitations/{silent.pk}/reply/"
    assert signed_in(officer).get(base).context["page"].is_behalf is True
    assert signed_in(officer).post(f"{base}apology/", {"reason": "电话告知"}).url == base
    assert signed_in(auditor).get(base).status_code == 403
    assert signed_in(coordinator).get(base).status_code == 404
