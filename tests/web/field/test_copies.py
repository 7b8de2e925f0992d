"""Withdrawing a release says which copies had gone out while it was released, and only those."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories_capture as made
from tests import factories_learning, factories_problems
from yixian.web.capture.actions import decide
from yixian.web.capture.models import Capture, Release
from yixian.web.capture.queries.copies import copies_of, first_within, spans_of
from yixian.web.learning.models import Digest, ShareNote
from yixian.web.meetings.models import Minutes
from yixian.web.shared.models import AuditEntry

NOON = timezone.now().replace(microsecond=0)
HOUR = timedelta(hours=1)


@pytest.fixture
def capture(meeting, ask, chair, coordinator):
    """A note, released at noon."""
    capture = made.recorded(chair, meeting, station=ask.pk, text="早班先讲三条风险")
    decide(by=coordinator, capture=capture, verb="release")
    Release.objects.update(at=NOON)
    return Capture.objects.get()


def digest_of(person, meeting, capture, begins, **values):
    """A digest with the record in it, its link open from a moment on."""
    own = {"federation": person.federation, "meeting": meeting, "person": person}
    digest = Digest.objects.create(
        **own, link_digest=f"{begins}", link_expires_at=begins + 30 * 24 * HOUR, **values
    )
    digest.captures.add(capture)
    return digest


def told(capture):
    return [(copy.what, copy.detail, copy.at) for copy in copies_of(capture)]


def test_open_links_and_where_they_were_shared(meeting, capture, chair, delegate, officer):
    shared = digest_of(chair, meeting, capture, NOON + HOUR)
    digest_of(delegate, meeting, capture, NOON - 3 * HOUR, link_revoked_at=NOON - HOUR)
    for hours, where in ((-1, "太早"), (2, "车间群")):
        note = ShareNote.objects.create(federation=chair.federation, digest=shared, where=where, reached=40)
        ShareNote.objects.filter(pk=note.pk).update(at=NOON + hours * HOUR)
    assert [(what, at) for what, _detail, at in told(capture)] == [
        (f"Digest of {chair.name}", NOON + HOUR),
        (f"Digest of {chair.name}, shared", NOON + 2 * HOUR),
    ]
    assert told(capture)[1][1] == "车间群, 40 people"


def test_minutes_count_when_they_hold_its_words_and_are_published(meeting, capture):
    text = "九、现场记录\n备料工位：早班先讲\n三条风险"
    minutes = Minutes.objects.create(federation=meeting.federation, meeting=meeting, body=text)
    assert told(capture) == []
    Minutes.objects.update(state="published", published_at=NOON + HOUR)
    assert [each[0] for each in told(capture)] == []
    Minutes.objects.update(body=text.replace("讲\n三", "讲三"))
    (copy,) = copies_of(capture)
    assert (copy.what, copy.at, copy.url) == (
        "Minutes of the meeting", NOON + HOUR, f"/meetings/{meeting.pk}/minutes/",
    )  # fmt: skip
    assert copy.thing == f"meetings.minutes {minutes.pk}"


def test_what_was_written_from_it_stays(meeting, capture, host, chair):
    draft = factories_learning.experience(host, state="draft")
    experience = factories_learning.experience(host)
    for each in (draft, experience):
        each.captures.add(capture)
    question = factories_learning.question(chair, capture=capture)
    problem = factories_problems.problem(chair, capture=capture)
    assert {copy.thing for copy in copies_of(capture)} == {
        f"learning.experience {experience.pk}",
        f"learning.question {question.pk}",
        f"problems.problem {problem.pk}",
    }


def test_a_record_that_was_never_released_has_no_copies(meeting, chair):
    capture = made.recorded(chair, meeting)
    factories_problems.problem(chair, capture=capture)
    assert copies_of(capture) == []


def test_spans_open_and_close(meeting, capture, coordinator):
    for verb in ("withdraw", "release", "put_back", "withhold", "put_back"):
        decide(by=coordinator, capture=capture, verb=verb)
    for hours, release in enumerate(Release.objects.order_by("pk")):
        Release.objects.filter(pk=release.pk).update(at=NOON + hours * HOUR)
    spans = spans_of(capture)
    assert spans == [(NOON, NOON + HOUR), (NOON + 2 * HOUR, NOON + 3 * HOUR)]
    for start, end, expected in (
        (-9, -1, None), (-9, 9, 0), (1, 2, None), (1, 3, 2), (3, 9, None), (0, None, 0), (9, None, None),
    ):  # fmt: skip
        end = None if end is None else NOON + end * HOUR
        met = first_within(spans, NOON + start * HOUR, end)
        assert met == (None if expected is None else NOON + expected * HOUR), (start, end)


def test_withdrawing_tells_the_host_and_nobody_else(
    meeting, capture, chair, delegate, coordinator, signed_in, get_page
):
    digest = digest_of(chair, meeting, capture, NOON - HOUR)
    client = signed_in(coordinator)
    address = f"/capture/{capture.pk}/"
    answer = client.post(f"{address}decision/", {"verb": "withdraw", "back": "record"}, follow=True)
    page = answer.content.decode()
    assert "1 copy had gone out before" in page
    assert f"Digest of {chair.name}" in get_page(client, address).content.decode()
    assert AuditEntry.objects.order_by("pk").last().changes == {
        "hold": ["released", "withheld"],
        "gone_out": [None, [f"learning.digest {digest.pk}"]],
    }
    assert "Copies that went out" not in get_page(signed_in(chair), address).content.decode()


def test_no_copy_is_said_too(capture, coordinator, signed_in, get_page):
    page = get_page(signed_in(coordinator), f"/capture/{capture.pk}/").content.decode()
    assert "None is known of." in page
