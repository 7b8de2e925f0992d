"""Closing a meeting names what is still undecided, and leads to where it is decided."""

from datetime import UTC, datetime

import pytest

from yixian.web.capture.models import Capture
from yixian.web.meetings.actions import lifecycle
from yixian.web.meetings.models import Ballot
from yixian.web.meetings.queries.closing import closing_page
from yixian.web.meetings.queries.lifecycle import next_step_for
from yixian.web.shared.errors import DomainError

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def over(meeting):
    meeting.state = "wrapped_up"
    meeting.save()
    return meeting


@pytest.fixture
def waiting(over, chair):
    """Two records that wait for the host, one that was released, one that its author took back."""
    for hold, deleted_at in (("held", None), ("quarantined", None), ("released", None), ("held", NOW)):
        Capture.objects.create(
            federation_id=over.federation_id,
            meeting=over,
            author=chair,
            kind="note",
            hold=hold,
            deleted_at=deleted_at,
        )
    return over


def test_with_nothing_undecided_one_press_closes(get_page, signed_in, officer, over):
    assert next_step_for(officer, over).is_form is True
    assert get_page(signed_in(officer), f"/meetings/{over.pk}/closure/").context["page"].decisions == []
    assert signed_in(officer).post(f"/meetings/{over.pk}/closure/").status_code == 302
    over.refresh_from_db()
    assert over.state == "closed"


def test_what_waits_for_the_host_is_named_before_closing(get_page, signed_in, officer, waiting):
    step = next_step_for(officer, waiting)
    assert (step.is_form, step.url) == (False, f"/meetings/{waiting.pk}/closure/")
    assert "有 2 条记录等待承办单位处理" in step.text
    client = signed_in(officer, **{"accept-language": "zh-CN"})
    html = get_page(client, step.url).content.decode()
    assert "还有 2 项待决定" in html
    assert f"/capture/meetings/{waiting.pk}/release/</output>" in html


def test_closing_goes_on_only_for_the_number_that_was_told(signed_in, officer, waiting, chair):
    client, url = signed_in(officer), f"/meetings/{waiting.pk}/closure/"
    answers = [client.post(url, data).status_code for data in ({}, {"told": "x"}, {"told": "1"})]
    assert answers == [422, 422, 422]
    assert client.post(url, {"told": "2"}).status_code == 302
    waiting.refresh_from_db()
    event = waiting.events.get()
    assert (waiting.state, event.note.startswith("有 2 条记录")) == ("closed", True)


def test_the_action_refuses_what_nobody_was_told(officer, waiting):
    with pytest.raises(DomainError, match="还有 2 项待决定"):
        lifecycle.close_meeting(by=officer, meeting=waiting)


def test_whoever_may_open_the_queue_gets_a_button_to_it(officer, coordinator, waiting):
    seen = [closing_page(person, waiting).decisions[0].may_open for person in (officer, coordinator)]
    assert seen == [False, True]


def test_a_closed_meeting_cannot_be_closed_again(signed_in, officer, over):
    lifecycle.close_meeting(by=officer, meeting=over)
    client, url = signed_in(officer), f"/meetings/{over.pk}/closure/"
    assert (client.get(url).status_code, client.post(url).status_code) == (409, 409)


def test_a_vote_that_is_still_open_is_named_before_closing(get_page, signed_in, officer, over):
    Ballot.objects.create(
        federation_id=over.federation_id, meeting=over, question="先改哪一处？", state="open"
    )
    Ballot.objects.create(
        federation_id=over.federation_id, meeting=over, question="下次去哪里？", state="closed"
    )
    page = get_page(signed_in(officer), f"/meetings/{over.pk}/closure/").context["page"]
    assert [(each.key, each.url, each.may_open) for each in page.decisions] == [
        ("votes", f"/meetings/{over.pk}/votes/", True)
    ]
