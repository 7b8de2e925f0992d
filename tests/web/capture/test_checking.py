"""The nightly look at every photo: what is lost is asked for again, and a store that is away is not believed."""

import uuid
from pathlib import Path

import pytest

from tests import factories_capture as made
from yixian.web.capture.checking import AT_ONCE
from yixian.web.capture.models import Capture, Photo
from yixian.web.shared import jobs
from yixian.web.shared.models import AuditEntry, Job


@pytest.fixture
def photos(meeting, chair):
    """Five photos, all ready."""
    for _ in range(5):
        made.recorded(chair, meeting, photo=made.picture())
    return list(Photo.objects.order_by("pk"))


def spoil(photo, media):
    Path(media, photo.original).unlink()


def the_night():
    """What the worker does; the ends of jobs that it did besides preparing photos."""
    jobs.enqueue("capture.check_photos", federation_id=None)
    jobs.drain()
    return list(Job.objects.filter(name__startswith="capture.check").values_list("name", "state"))


def states():
    return list(Photo.objects.order_by("pk").values_list("state", flat=True))


def many_more(photo, number):
    """Rows like the photo's, of the same file: as at the end of a year of meetings."""
    captures = Capture.objects.bulk_create(like(photo.capture, client_id=uuid.uuid4()) for _ in range(number))
    Photo.objects.bulk_create(like(photo, capture=capture) for capture in captures)


def like(row, **values):
    copy = type(row)(**{each.attname: getattr(row, each.attname) for each in row._meta.concrete_fields})
    copy.pk = None
    for name, value in values.items():
        setattr(copy, name, value)
    return copy


def test_a_lost_photo_is_awaited_again_and_the_others_stay(photos, media):
    many_more(photos[0], 2 * AT_ONCE)
    spoil(photos[3], media)
    ends = the_night()
    assert states() == ["ready", "ready", "ready", "awaited", "ready"] + ["ready"] * 2 * AT_ONCE
    assert ends == [("capture.check_photos", "done")] + [("capture.check_some_photos", "done")] * 4
    entry = AuditEntry.objects.order_by("pk").last()
    assert (entry.verb, entry.thing_id) == ("capture.lose_photo", str(photos[3].capture_id))


def test_a_store_that_is_away_loses_nothing_and_the_office_hears_of_it(
    photos, media, officer, signed_in, get_page
):
    media.rename(media.with_name("unplugged"))
    the_night()
    Job.objects.filter(name="capture.check_some_photos").update(state=Job.State.DEAD)
    assert states() == ["ready"] * 5
    page = get_page(signed_in(officer), "/capture/jobs/").content.decode()
    assert "5 of 5 photos are missing" in page
    assert "Compare photos with their files" in page


def test_photos_of_each_federation_are_looked_at_by_themselves(photos, sibling, media):
    Photo.objects.filter(pk__in=[photos[0].pk, photos[1].pk]).update(federation=sibling)
    the_night()
    asked = Job.objects.filter(name="capture.check_some_photos").values_list("federation_id", flat=True)
    assert set(asked) == {photos[0].federation_id, sibling.pk}


def test_the_office_sees_what_comes_round(officer, signed_in, get_page):
    jobs.enqueue("field.sweep", federation_id=None)
    jobs.drain()
    page = get_page(signed_in(officer), "/capture/jobs/").content.decode()
    assert "Remove photos that came half and were given up" in page
    assert "not yet" in page
    assert "04:00" in page
