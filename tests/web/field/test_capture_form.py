"""The phone's pages, and the form for phones without scripts: the same door, the same rules."""

import re

from django.core.files.uploadedfile import SimpleUploadedFile

from tests import factories
from tests import factories_capture as made
from yixian.web.capture.models import Capture, Photo
from yixian.web.meetings.models import CheckIn


def fields(page):
    """The hidden fields of the capture form."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?', page.content.decode()))


def shown(page):
    """The station that the page shows; the others wait for the script."""
    return re.findall(r'<section class="stop stack"[^>]*data-name="([^"]*)">', page.content.decode())


def opened(client, meeting, kind, station=None):
    query = f"?meeting={meeting.pk}&kind={kind}" + (f"&station={station.pk}" if station else "")
    return fields(client.get(f"/field/record/{query}"))


def test_form_stores_a_note_and_a_second_press_is_harmless(meeting, ask, chair, signed_in):
    client = signed_in(chair)
    sent = {**opened(client, meeting, "idea", ask), "text": "影子板可以借鉴"}
    for _press in range(2):
        answer = client.post("/field/record/", sent)
        assert answer["Location"] == f"/field/?meeting={meeting.pk}&station={ask.pk}"
    row = Capture.objects.get()
    assert (row.kind, row.text, row.station, row.hold) == ("idea", "影子板可以借鉴", ask, "held")


def test_form_stores_a_photo(meeting, free, chair, signed_in):
    client, photo = signed_in(chair), made.picture()
    file = SimpleUploadedFile("IMG_1.jpg", photo, "image/jpeg")
    answer = client.post(
        "/field/record/", {**opened(client, meeting, "photo", free), "camera": file, "text": ""}
    )
    assert (answer.status_code, Photo.objects.get().state) == (302, "received")
    assert made.stored_files() == [Photo.objects.get().original]


def test_form_says_what_is_missing_and_keeps_the_words(meeting, chair, signed_in):
    client = signed_in(chair)
    sent = opened(client, meeting, "photo")
    answer = client.post("/field/record/", {**sent, "text": "没有照片"})
    page = answer.content.decode()
    assert (answer.status_code, "There is no photo" in page, "没有照片" in page) == (422, True, True)
    assert Capture.objects.count() == 0


def test_form_with_a_file_that_is_no_photo_can_be_sent_again(meeting, chair, signed_in):
    client = signed_in(chair)
    wrong = SimpleUploadedFile("photo.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "image/jpeg")
    first = client.post("/field/record/", {**opened(client, meeting, "photo"), "camera": wrong})
    assert first.status_code == 422
    right = SimpleUploadedFile("photo.jpg", made.picture(), "image/jpeg")
    assert client.post("/field/record/", {**fields(first), "camera": right}).status_code == 302
    assert sorted(Photo.objects.values_list("state", flat=True)) == ["broken", "received"]


def test_home_shows_the_rule_of_the_station_and_locks_the_photo_key(
    meeting, free, forbidden, chair, signed_in
):
    client = signed_in(chair)
    at = {place: client.get(f"/field/?station={place.pk}").content.decode() for place in (free, forbidden)}
    assert ["Photos are welcome here" in at[free], "kind=photo" in at[free]] == [True, True]
    assert ["No photos here" in at[forbidden], "kind=photo" in at[forbidden]] == [True, False]
    assert f"station={forbidden.pk}" in at[free]


def test_home_returns_to_the_station_of_the_last_record(meeting, free, ask, chair, signed_in):
    assert shown(signed_in(chair).get("/field/")) == ["展示墙"]
    made.recorded(chair, meeting, station=ask.pk)
    assert shown(signed_in(chair).get("/field/")) == ["备料工位"]


def test_home_chooses_the_nearest_meeting(meeting, programme, host, chair, signed_in):
    other = factories.meeting(programme, host=host, state="open", title="十二月现场例会")
    assert meeting.title in signed_in(chair).get("/field/").content.decode()
    assert other.title in signed_in(chair).get(f"/field/?meeting={other.pk}").content.decode()
    meeting.state = "closed"
    meeting.save()
    page = signed_in(chair).get("/field/").content.decode()
    assert (other.title in page, "kind=note" in page) == (True, False)


def test_home_without_a_meeting_says_what_comes(chair, signed_in):
    assert "No meeting is near" in signed_in(chair).get("/field/").content.decode()


def test_home_offers_check_in_until_it_is_done(meeting, chair, signed_in):
    assert f"/meetings/{meeting.pk}/check-in/" in signed_in(chair).get("/field/").content.decode()
    CheckIn.objects.create(
        federation=meeting.federation, meeting=meeting, person=chair, method="qr", at=meeting.created_at
    )
    assert "checked in" in signed_in(chair).get("/field/").content.decode()


def test_field_is_for_those_who_take_part(meeting, auditor, stranger, signed_in):
    assert signed_in(auditor).get("/field/").status_code == 403
    assert meeting.title not in signed_in(stranger).get(f"/field/?meeting={meeting.pk}").content.decode()
