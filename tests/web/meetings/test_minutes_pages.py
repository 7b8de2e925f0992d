"""Reading, editing and downloading minutes."""

from io import BytesIO

import pytest
from docx import Document

from yixian.web.meetings.actions import minutes as actions
from yixian.web.meetings.queries.minutes_text import parse


@pytest.fixture
def held(meeting):
    meeting.state = "wrapped_up"
    meeting.save()
    return meeting


@pytest.fixture
def minutes(held, officer):
    return actions.draft_minutes(by=officer, meeting=held)


def test_from_nothing_to_published(signed_in, get_page, officer, chair, held):
    client, url = signed_in(officer), f"/meetings/{held.pk}/minutes/"
    assert "Draft the minutes" in get_page(client, url).content.decode()
    assert client.post(f"{url}draft/").url == f"{url}text/"
    get_page(client, f"{url}text/")
    assert "No minutes yet" in get_page(signed_in(chair), url).content.decode()
    client.post(f"{url}publication/")
    assert "十一月现场例会" in get_page(signed_in(chair), url).content.decode()
    client.post(f"{url}withdrawal/")
    assert "No minutes yet" in get_page(signed_in(chair), url).content.decode()


def test_autosave_keeps_each_section(signed_in, officer, held, minutes):
    sent = {"heading-overview": "概况", "text-overview": "第一段\n第二段"}
    url = f"/meetings/{held.pk}/minutes/text/"
    answer = signed_in(officer).post(url, sent, headers={"X-Autosave": "1"})
    minutes.refresh_from_db()
    first = parse(minutes.body)[0]
    assert (answer.status_code, first.heading, first.paragraphs) == (204, "概况", ["第一段", "第二段"])


def test_the_word_file_opens(signed_in, officer, held, minutes):
    answer = signed_in(officer).get(f"/meetings/{held.pk}/minutes.docx")
    texts = [each.text for each in Document(BytesIO(answer.content)).paragraphs]
    assert [text for text in texts if "甲区总工会" in text][:1] == [texts[0]]
    assert "filename*=utf-8''" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("who", "status"), [("chair", 404), ("auditor", 404), ("stranger", 404), ("city_officer", 404)]
)
def test_a_draft_is_not_downloaded_by_others(request, signed_in, held, minutes, who, status):
    assert (
        signed_in(request.getfixturevalue(who)).get(f"/meetings/{held.pk}/minutes.docx").status_code == status
    )


@pytest.mark.parametrize(("who", "status"), [("chair", 403), ("auditor", 403), ("stranger", 404)])
def test_others_do_not_write(request, signed_in, held, minutes, who, status):
    client = signed_in(request.getfixturevalue(who))
    for part in ("draft/", "text/", "publication/", "withdrawal/"):
        assert client.post(f"/meetings/{held.pk}/minutes/{part}").status_code == status


def test_published_minutes_cannot_be_edited(signed_in, officer, held, minutes):
    actions.publish_minutes(by=officer, minutes=minutes)
    assert signed_in(officer).get(f"/meetings/{held.pk}/minutes/text/").status_code == 409
