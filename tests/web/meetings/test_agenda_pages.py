"""The pages of the agenda and of the running order."""

import json

import pytest

from tests import factories, factories_meetings
from yixian.web.meetings.models import AgendaItem, Meeting


@pytest.mark.parametrize("number", [1, 30])
def test_pages_take_the_same_queries_whatever_the_rows(get_page, signed_in, officer, chair, meeting, number):
    for _ in range(number):
        factories_meetings.agenda_item(meeting, speaker=chair)
    for page in ("agenda/", "agenda/running/"):
        response = get_page(signed_in(officer), f"/meetings/{meeting.pk}/{page}", most=6)
        assert len(response.context["page"].items) == number


def test_building_and_adding_by_the_forms(get_page, signed_in, officer, chair, meeting):
    client, url = signed_in(officer), f"/meetings/{meeting.pk}/agenda/"
    get_page(client, url)
    assert client.post(url).url == url
    get_page(client, f"{url}items/")
    assert client.post(f"{url}items/", {"title": "", "minutes": 5, "kind": "break"}).status_code == 422
    data = {"title": "茶歇", "minutes": 10, "kind": "break", "speaker": chair.pk, "note": ""}
    assert client.post(f"{url}items/", data).url == url
    item = AgendaItem.objects.get(title="茶歇")
    get_page(client, f"{url}items/{item.pk}/")
    assert client.post(f"{url}items/{item.pk}/", {**data, "minutes": 0}).status_code == 422
    assert client.post(f"{url}items/{item.pk}/", {**data, "minutes": 15}).url == url
    item.refresh_from_db()
    assert (item.minutes, item.speaker) == (15, chair)
    get_page(client, url)


def test_rows_move_by_buttons_and_by_dragging(signed_in, officer, meeting):
    a, b, c = (factories_meetings.agenda_item(meeting, title) for title in "甲乙丙")
    client, url = signed_in(officer), f"/meetings/{meeting.pk}/agenda/"
    client.post(f"{url}items/{b.pk}/place/", {"way": "up"})
    client.post(f"{url}items/{b.pk}/place/", {"way": "up"})
    assert list(meeting.agenda.all()) == [b, a, c]
    client.post(f"{url}items/{b.pk}/place/", {"way": "down"})
    assert list(meeting.agenda.all()) == [a, b, c]
    answer = client.post(f"{url}order/", {"item": [c.pk, "x", a.pk]}, headers={"hx-request": "true"})
    assert (answer.status_code, list(meeting.agenda.all())) == (200, [c, a, b])
    assert answer.content.decode().lstrip().startswith('<div id="agenda"')


def test_taking_off_offers_to_undo(signed_in, officer, meeting):
    item = factories_meetings.agenda_item(meeting, "茶歇")
    client, url = signed_in(officer), f"/meetings/{meeting.pk}/agenda/"
    answer = client.post(f"{url}items/{item.pk}/removal/", headers={"hx-request": "true"})
    assert json.loads(answer["HX-Trigger"])["toast"]["undo"] == f"{url}removed/"
    undone = client.post(f"{url}removed/", headers={"hx-request": "true"})
    assert (undone.status_code, undone["HX-Refresh"], meeting.agenda.get().title) == (204, "true", "茶歇")
    client.post(f"{url}items/{meeting.agenda.get().pk}/removal/")
    assert client.post(f"{url}removed/", {"number": "0"}).url == url
    assert client.post(f"{url}removed/").status_code == 422


def test_an_item_of_another_meeting_is_not_found_here(signed_in, officer, meeting, programme, host):
    other = factories.meeting(programme, host=host)
    item = factories_meetings.agenda_item(other)
    url = f"/meetings/{meeting.pk}/agenda/items/{item.pk}/"
    assert (signed_in(officer).get(url).status_code, signed_in(officer).post(url).status_code) == (404, 404)


def test_running_the_meeting(get_page, signed_in, officer, meeting):
    first, second = factories_meetings.agenda_item(meeting), factories_meetings.agenda_item(meeting, "观摩")
    client, url = signed_in(officer), f"/meetings/{meeting.pk}/agenda"
    assert client.post(f"{url}/items/{first.pk}/start/").status_code == 409
    Meeting.objects.filter(pk=meeting.pk).update(state="under_way")
    assert client.post(f"{url}/items/{first.pk}/start/").url == f"{url}/running/"
    answer = client.post(f"{url}/items/{second.pk}/start/", headers={"hx-request": "true"})
    assert (
        answer.content.decode().count('class="is-done') == answer.content.decode().count('class="is-now') == 1
    )
    client.post(f"{url}/items/{second.pk}/end/")
    client.post(f"{url}/items/{second.pk}/reopening/")
    page = get_page(client, f"{url}/running/").context["page"]
    assert ([row.state for row in page.items], page.current) == (["done", "next"], None)


def test_members_see_the_agenda_without_tools(get_page, signed_in, chair, meeting):
    factories_meetings.agenda_item(meeting)
    content = get_page(signed_in(chair), f"/meetings/{meeting.pk}/agenda/").content.decode()
    assert "agenda-tools" not in content
    assert signed_in(chair).post(f"/meetings/{meeting.pk}/agenda/").status_code == 403
