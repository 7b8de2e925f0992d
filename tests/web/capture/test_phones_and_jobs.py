"""Phones that still hold records, and work that failed for good."""

from django.apps import apps
from django.utils import timezone

from yixian.web.capture.models import Phone
from yixian.web.shared import jobs
from yixian.web.shared.models import AuditEntry, Job


def dead_job(federation, **values):
    return Job.objects.create(
        name="capture.prepare_photo", federation_id=federation.pk, state="dead", attempt=6,
        due_at=timezone.now(), problem="OSError: disk", **values,
    )  # fmt: skip


def test_phones_that_hold_something_come_first(meeting, chair, delegate, coordinator, signed_in, get_page):
    address = f"/capture/meetings/{meeting.pk}/phones/"
    client = signed_in(coordinator)
    assert "No phone has been heard of yet" in get_page(client, address).content.decode()
    for person, holds in ((chair, 0), (delegate, 4)):
        Phone.objects.create(
            federation=meeting.federation, meeting=meeting, person=person, holds=holds,
            device="8a4fbb4e-3c58-4d38-8d4c-96f1b7c5d001", seen_at=timezone.now(),
        )  # fmt: skip
    page = get_page(client, address).content.decode()
    assert "4 records are still on phones" in page
    assert page.index(delegate.name) < page.index(chair.name)


def test_office_tries_failed_work_again_or_takes_it_off(district, officer, signed_in, get_page):
    again, drop = dead_job(district), dead_job(district)
    client = signed_in(officer)
    page = get_page(client, "/capture/jobs/").content.decode()
    assert (page.count("Prepare a photo to be shown"), page.count("OSError: disk")) == (4, 2)
    assert client.post(f"/capture/jobs/{again.pk}/attempt/").status_code == 302
    assert client.post(f"/capture/jobs/{drop.pk}/dismissal/").status_code == 302
    states = Job.objects.order_by("pk").values_list("state", "attempt")
    assert list(states) == [("waiting", 0), ("done", 6)]
    assert list(AuditEntry.objects.order_by("pk").values_list("verb", flat=True)) == [
        "capture.retry_job", "capture.drop_job",
    ]  # fmt: skip
    assert client.post(f"/capture/jobs/{drop.pk}/attempt/").status_code == 404
    assert "Nothing failed" in get_page(client, "/capture/jobs/").content.decode()


def test_failed_work_of_another_federation_is_not_there(sibling, officer, signed_in):
    job = dead_job(sibling)
    client = signed_in(officer)
    assert "Nothing failed" in client.get("/capture/jobs/").content.decode()
    assert client.post(f"/capture/jobs/{job.pk}/attempt/").status_code == 404


def test_every_kind_of_work_has_words():
    """What failed is told in words, whichever app asked for it; tasks of the tests are no kind of work."""
    ours = {each.label for each in apps.get_app_configs() if each.name.startswith("yixian.")}
    assert {name for name in jobs.LANES if name.partition(".")[0] in ours} - set(jobs.WORDS) == set()
