"""Many requests at the same moment, on real connections to a real file."""

from io import BytesIO

import pytest
from django_scopes import scope

from tests import factories_capture as made
from tests.at_once import at_once, on_disk
from yixian.web.capture.models import Capture, Photo
from yixian.web.field.sync import receive
from yixian.web.field.uploads import receive_photo
from yixian.web.shared.audit import verify
from yixian.web.shared.models import Job


@pytest.mark.django_db(transaction=True)
def test_same_item_sent_twelve_times_at_once_is_one_row(meeting, chair, tmp_path):
    item = made.item(meeting)

    def work():
        with scope(federation=chair.federation_id):
            return receive(chair, [item])[0].result

    def look():
        with scope(federation=chair.federation_id):
            return Capture.objects.count(), verify(chair.federation_id)

    with on_disk(tmp_path):
        results = at_once(work, 12)
        seen = at_once(look, 1)
    assert sorted(results) == ["duplicate"] * 11 + ["stored"]
    assert seen == [(1, [])]


@pytest.mark.django_db(transaction=True)
def test_same_photo_sent_by_six_at_once_is_one_file_and_one_job(meeting, chair, tmp_path):
    content = made.picture((300, 200))
    with scope(federation=chair.federation_id):
        receive(chair, [made.item(meeting, photo=content)])

    def work():
        with scope(federation=chair.federation_id):
            fresh = Photo.objects.select_related("capture__meeting").get()
            return receive_photo(chair, fresh, len(content), BytesIO(content).read).status

    def look():
        with scope(federation=chair.federation_id):
            row, jobs = Photo.objects.get(), Job.objects.filter(name="capture.prepare_photo").count()
            return row.state, jobs, made.stored_files() == [row.original]

    with on_disk(tmp_path):
        statuses = at_once(work, 6)
        seen = at_once(look, 1)
    assert sorted(statuses) == [200] * 5 + [201]
    assert seen == [("received", 1, True)]
