"""The door, the desk and the wall in the browser's words."""

import pytest
from django.test import Client

from tests import factories, factories_capture
from tests.english import english  # noqa: F401
from tests.guards import count_queries
from yixian.web.meetings.models import CheckIn, Invitation, Reply
from yixian.web.meetings.queries.checkin import letters, matches


@pytest.fixture
def visitor():
    """A browser in English in which nobody is signed in."""
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def meeting(programme, host, coordinator):
    """A meeting that is open today."""
    return factories_capture.meeting_today(programme, host=host, coordinator=coordinator, state="open")


@pytest.fixture
def invited(meeting, guest, host, chair):
    """Two units are invited; one says that its chair comes."""
    district = meeting.federation
    first = Invitation.objects.create(federation=district, meeting=meeting, member=guest, person=chair)
    Invitation.objects.create(federation=district, meeting=meeting, member=host)
    Reply.objects.create(federation=district, invitation=first, answer="coming", attendee=chair)
    return first


def door(meeting):
    return f"/meetings/{meeting.pk}/check-in/"


@pytest.mark.parametrize(
    ("sent", "method"),
    [({"code": "482913", "via": "qr"}, "qr"), ({"code": "482913", "via": "code"}, "code"), ({}, "link")],
)
def test_one_tap_checks_in_and_says_so(meeting, chair, signed_in, sent, method):
    client = signed_in(chair)
    assert "I am here" in client.get(f"{door(meeting)}?code=482913").content.decode()
    answer = client.post(door(meeting), sent)
    assert (answer.status_code, answer["Location"], CheckIn.objects.get().method) == (
        302,
        door(meeting),
        method,
    )
    assert "you are checked in" in client.get(door(meeting)).content.decode()


def test_check_in_takes_few_queries(meeting, chair, delegate, signed_in):
    signed_in(delegate).post(door(meeting), {"code": "482913", "via": "qr"})
    client = signed_in(chair)
    with count_queries() as queries:
        client.post(door(meeting), {"code": "482913", "via": "qr"})
    assert len([each for each in queries if "SAVEPOINT" not in each]) == 7, "\n".join(queries)


def test_typed_code_leads_to_the_meeting(meeting, chair, signed_in, visitor):
    for browser in (signed_in(chair), visitor):
        answer = browser.get("/meetings/check-in/?code=482 913")
        assert answer["Location"] == f"{door(meeting)}?code=482913&via=code"
        assert browser.get("/meetings/check-in/?code=111111").status_code == 422
        assert browser.get("/meetings/check-in/?code=12").status_code == 422


def test_code_of_a_sibling_federation_is_no_code(meeting, stranger, signed_in):
    assert signed_in(stranger).get("/meetings/check-in/?code=482913").status_code == 422
    assert signed_in(stranger).get(door(meeting)).status_code == 404


def test_signed_out_learns_the_meeting_only_by_the_right_code(meeting, chair, visitor):
    for address in (door(meeting), f"{door(meeting)}?code=000000", "/meetings/999999/check-in/?code=482913"):
        page = visitor.get(address)
        assert (page.status_code, meeting.title in page.content.decode()) == (200, False)
    page = visitor.get(f"{door(meeting)}?code=482913").content.decode()
    assert (meeting.title in page, chair.name in page) == (True, False)


def test_signed_out_shows_the_name_for_the_desk_and_is_not_checked_in(meeting, chair, visitor):
    def say(name, code="482913"):
        return visitor.post(f"{door(meeting)}name/", {"code": code, "name": name})

    assert (chair.name in say(" 甲主席 ").content.decode(), CheckIn.objects.count()) == (True, 0)
    assert "甲二" not in say("甲").content.decode()
    assert "Nobody of this name" in say("无名氏").content.decode()
    assert say("甲主席", "000000").status_code == 422


def test_guessing_codes_ends_at_the_desk(meeting, visitor):
    for number in range(60):
        visitor.get(f"/meetings/check-in/?code={100000 + number}", REMOTE_ADDR="192.0.2.7")
    page = visitor.get(f"{door(meeting)}?code=482913", REMOTE_ADDR="192.0.2.7").content.decode()
    assert ("Too many wrong codes" in page, meeting.title in page) == (True, False)
    assert (
        meeting.title in visitor.get(f"{door(meeting)}?code=482913", REMOTE_ADDR="192.0.2.8").content.decode()
    )


def test_letters_of_a_pinyin_key():
    assert letters("jia3 zhu3 xi2") == ("jiazhuxi", "jzx")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jzx", True),
        ("JIAZ", True),
        ("甲主", True),
        ("席", True),
        ("甲二", True),
        ("je", True),
        ("zx", False),
        ("乙", False),
    ],
)
def test_name_or_unit_by_characters_or_letters(typed, found):
    person = {
        "name": "甲主席",
        "pinyin": "jia3 zhu3 xi2",
        "unit": "甲二食品",
        "unit_pinyin": "jia3 er4 shi2 pin3",
    }
    assert matches(typed, **person) is found


def test_desk_finds_checks_in_and_undoes(meeting, invited, chair, delegate, coordinator, signed_in):
    client = signed_in(coordinator, **{"accept-language": "en", "hx-request": "true", "hx-target": "people"})
    desk = f"/meetings/{meeting.pk}/desk/"
    assert [name in client.get(desk).content.decode() for name in ("甲主席", "甲委员")] == [True, False]
    assert "甲委员" in client.get(f"{desk}?q=jwy").content.decode()
    answer = client.post(f"{desk}{delegate.pk}/arrival/")
    assert f"{desk}{delegate.pk}/reversal/" in answer["HX-Trigger"]
    row = CheckIn.objects.get()
    assert (row.person, row.method, row.by) == (delegate, "desk", coordinator)
    client.post(f"{desk}{delegate.pk}/reversal/")
    assert CheckIn.objects.count() == 0


def test_desk_works_without_scripts(meeting, chair, officer, signed_in):
    desk = f"/meetings/{meeting.pk}/desk/"
    answer = signed_in(officer).post(f"{desk}{chair.pk}/arrival/")
    assert (answer.status_code, answer["Location"], CheckIn.objects.count()) == (302, desk, 1)


def test_desk_of_another_federations_people_is_not_found(meeting, officer, stranger, signed_in):
    assert signed_in(officer).post(f"/meetings/{meeting.pk}/desk/{stranger.pk}/arrival/").status_code == 404


def test_walk_in_form_takes_only_own_members(meeting, guest, sibling, officer, signed_in):
    url, client = f"/meetings/{meeting.pk}/desk/walk-in/", signed_in(officer)
    foreign = factories.member(sibling)
    assert client.post(url, {"member": foreign.pk, "name": "丙委员", "post": "officer"}).status_code == 422
    assert client.post(url, {"member": guest.pk, "name": "丙委员", "post": "officer"}).status_code == 302
    assert CheckIn.objects.get().person.name == "丙委员"


@pytest.mark.parametrize("rows", [1, 60])
def test_desk_and_wall_take_the_same_queries_whatever_the_rows(get_page, meeting, officer, signed_in, rows):
    for _number in range(rows):
        person = factories.cadre(factories.member(meeting.federation))
        Invitation.objects.create(
            federation=meeting.federation, meeting=meeting, member=person.member, person=person
        )
    client = signed_in(officer)
    get_page(client, f"/meetings/{meeting.pk}/desk/", most=7)
    get_page(client, f"/meetings/{meeting.pk}/wall/", most=7)


def test_wall_says_who_is_here_and_who_is_missing(meeting, invited, chair, officer, signed_in):
    client = signed_in(officer)
    page = client.get(f"/meetings/{meeting.pk}/wall/").content.decode()
    assert ["482 913" in page, "<svg" in page, "0 of 2 units" in page] == [True, True, True]
    CheckIn.objects.create(
        federation=meeting.federation, meeting=meeting, person=chair, method="qr", at=chair.created_at
    )
    live = client.get(f"/meetings/{meeting.pk}/wall/live/")
    body = live.content.decode()
    assert ["1 of 2 units" in body, "甲主席" in body, "甲一机械有限公司" in body] == [True, True, True]
    same = client.get(f"/meetings/{meeting.pk}/wall/live/", headers={"if-none-match": live["ETag"]})
    assert (same.status_code, same.content, live["Cache-Control"]) == (304, b"", "private, no-cache")
    CheckIn.objects.all().delete()
    changed = client.get(f"/meetings/{meeting.pk}/wall/live/", headers={"if-none-match": live["ETag"]})
    assert changed.status_code == 200


@pytest.mark.parametrize("persona", ["chair", "delegate"])
def test_members_do_not_open_desk_or_wall(request, meeting, signed_in, persona):
    client = signed_in(request.getfixturevalue(persona))
    for page in ("desk", "wall", "wall/live", "desk/walk-in"):
        assert client.get(f"/meetings/{meeting.pk}/{page}/").status_code == 403, page
