"""The host lets go, keeps back, thinks again."""

import pytest

from tests import factories_capture as made
from yixian.web.capture.actions import decide, delete_capture, release_free
from yixian.web.capture.models import Capture, Release
from yixian.web.capture.queries import hold_counts, undecided_count
from yixian.web.shared.errors import DomainError, Refused
from yixian.web.shared.models import AuditEntry


def url_of(capture):
    return f"/capture/{capture.pk}/decision/"


def test_release_is_on_record_with_who_and_when(meeting, ask, chair, coordinator):
    capture = made.recorded(chair, meeting, station=ask.pk)
    decide(by=coordinator, capture=capture, verb="release", note="已看过")
    decision = Release.objects.get()
    assert (decision.decision, decision.by, decision.note) == ("released", coordinator, "已看过")
    entry = AuditEntry.objects.get(verb="capture.release")
    assert (entry.actor_id, entry.changes) == (coordinator.pk, {"hold": ["held", "released"]})


def test_releasing_twice_is_one_decision(meeting, chair, coordinator):
    capture = made.recorded(chair, meeting)
    decide(by=coordinator, capture=capture, verb="release")
    decide(by=coordinator, capture=capture, verb="release")
    assert Release.objects.count() == 1


@pytest.mark.parametrize("persona", ["chair", "delegate", "officer", "staff", "auditor"])
def test_only_the_host_decides(request, meeting, chair, persona):
    capture = made.recorded(chair, meeting)
    with pytest.raises(Refused):
        decide(by=request.getfixturevalue(persona), capture=capture, verb="release")
    assert Capture.objects.get().hold == "held"


def test_chair_of_the_host_decides_where_no_coordinator_is_named(meeting, host, chair, signed_in):
    from tests import factories

    meeting.coordinator = None
    meeting.save()
    capture = made.recorded(chair, meeting)
    host_chair = factories.cadre(host, "主席甲", post="chair")
    answer = signed_in(host_chair).post(url_of(capture), {"verb": "release"})
    assert (answer.status_code, Capture.objects.get().hold) == (302, "released")


def test_every_decision_can_be_put_back(meeting, chair, coordinator):
    capture = made.recorded(chair, meeting)
    seen = []
    for verb in ("release", "put_back", "withhold", "put_back", "release", "withdraw", "release"):
        decide(by=coordinator, capture=capture, verb=verb)
        seen.append(Capture.objects.get().hold)
    assert seen == ["released", "held", "withheld", "held", "released", "withheld", "released"]
    assert Release.objects.count() == 7


def test_photo_of_a_forbidden_zone_needs_the_zone_changed_first(meeting, forbidden, chair, coordinator):
    capture = made.recorded(chair, meeting, station=forbidden.pk, photo=made.picture())
    with pytest.raises(DomainError, match="change the station's rule"):
        decide(by=coordinator, capture=capture, verb="release")
    decide(by=coordinator, capture=capture, verb="withhold")
    decide(by=coordinator, capture=capture, verb="put_back")
    assert Capture.objects.get().hold == "quarantined"
    forbidden.photos = "ask"
    forbidden.save()
    capture.station.refresh_from_db()
    decide(by=coordinator, capture=capture, verb="release")
    assert Capture.objects.get().hold == "released"


def test_one_confirmation_for_what_is_free(
    meeting, free, ask, forbidden, chair, delegate, coordinator, signed_in
):
    let_go = [made.recorded(who, meeting, station=free.pk) for who in (chair, delegate)]
    made.recorded(chair, meeting, station=free.pk, shows_people=True)
    made.recorded(chair, meeting, station=ask.pk)
    made.recorded(chair, meeting, station=forbidden.pk, photo=made.picture())
    made.recorded(chair, meeting)
    page = signed_in(coordinator).get(f"/capture/meetings/{meeting.pk}/release/").content.decode()
    assert "Release all 2 from open stations" in page
    assert release_free(by=coordinator, meeting=meeting) == 2
    assert release_free(by=coordinator, meeting=meeting) == 0
    released = Capture.objects.filter(hold="released")
    assert (list(released), undecided_count(meeting)) == (let_go, 4)
    assert set(Release.objects.values_list("by", "decision")) == {(coordinator.pk, "released")}


def test_station_tightened_later_is_not_free_any_more(meeting, free, chair, coordinator):
    made.recorded(chair, meeting, station=free.pk)
    free.photos = "ask"
    free.save()
    assert release_free(by=coordinator, meeting=meeting) == 0


def test_author_deletes_before_release_and_not_after(meeting, chair, delegate, coordinator):
    own, other = made.recorded(chair, meeting), made.recorded(delegate, meeting)
    with pytest.raises(Refused):
        delete_capture(by=chair, capture=other)
    decide(by=coordinator, capture=own, verb="release")
    with pytest.raises(DomainError, match="withdraw the release first"):
        delete_capture(by=chair, capture=own)
    decide(by=coordinator, capture=own, verb="withdraw")
    delete_capture(by=chair, capture=own)
    assert hold_counts(meeting) == {"held": 1, "released": 0, "withheld": 0, "quarantined": 0}


def test_queue_is_the_hosts_and_says_how_far_it_is(meeting, ask, chair, coordinator, officer, signed_in):
    captures = [made.recorded(chair, meeting, station=ask.pk, text=f"第{n}条记录") for n in range(3)]
    url = f"/capture/meetings/{meeting.pk}/release/"
    assert signed_in(officer).get(url).status_code == 403
    client = signed_in(coordinator)
    decide(by=coordinator, capture=captures[0], verb="release")
    page = client.get(url).content.decode()
    assert "1 of 3 decided" in page
    assert ["第0条记录" in page, "第1条记录" in page, "第2条记录" in page] == [False, True, True]
    assert "第0条记录" in client.get(f"{url}?show=released").content.decode()
    for query, number in (("kind=note", 2), ("kind=idea", 0), (f"station={ask.pk}", 2), ("station=-", 0)):
        assert client.get(f"{url}?{query}").content.decode().count("data-record") == number, query
    assert client.get(f"{url}?author={chair.pk}&kind=note").content.decode().count("data-record") == 2


def test_one_tap_answers_with_the_card_the_progress_and_an_undo(meeting, chair, coordinator, signed_in):
    capture = made.recorded(chair, meeting)
    client = signed_in(coordinator, **{"accept-language": "en", "hx-request": "true"})
    answer = client.post(url_of(capture), {"verb": "release"})
    body = answer.content.decode()
    assert (body.count("data-record"), "1 of 1 decided" in body, 'hx-swap-oob="true"' in body) == (
        1,
        True,
        True,
    )
    assert f"{url_of(capture)}?verb=put_back&apart=1" in answer["HX-Trigger"]
    back = client.post(f"{url_of(capture)}?verb=put_back&apart=1").content.decode()
    assert (back.count("hx-swap-oob"), Capture.objects.get().hold) == (2, "held")


def test_office_sees_how_many_wait_but_not_what(meeting, chair, officer, signed_in):
    made.recorded(chair, meeting, text="还没有放行的话")
    page = signed_in(officer).get(f"/capture/meetings/{meeting.pk}/").content.decode()
    assert ("1 record waits for the host" in page, "还没有放行的话" in page) == (True, False)


def test_unknown_decision_is_answered_in_words(meeting, chair, coordinator, signed_in):
    capture = made.recorded(chair, meeting)
    assert signed_in(coordinator).post(url_of(capture), {"verb": "burn"}).status_code == 422
