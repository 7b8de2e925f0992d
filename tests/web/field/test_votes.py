"""Votes through the door: once each, the newest counts, late ones are told so, nobody sees whose is whose."""

import json
import re
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories_capture import item
from tests.factories_votes import arrive, ballot, vote_item
from tests.web.field.test_door import results, send
from yixian.web.field.sync import read_back, receive
from yixian.web.meetings.actions.ballots import close_ballot
from yixian.web.meetings.models import Vote
from yixian.web.shared.models import AuditEntry


@pytest.fixture
def open_ballot(meeting, chair, delegate):
    """An open vote at the meeting, and two people who are there."""
    arrive(meeting, chair, delegate)
    return ballot(meeting)


def counted(by=None):
    """What counts, as (person, choice)."""
    votes = Vote.objects.exclude(choice=None)
    votes = votes if by is None else votes.filter(person=by)
    return sorted(votes.values_list("person__name", "choice__text"))


def test_vote_is_taken_in_once_and_read_back(open_ballot, chair, signed_in):
    client, sent = signed_in(chair), vote_item(open_ballot)
    assert [results(send(client, sent)) for _each in range(3)] == [["stored"], ["duplicate"], ["duplicate"]]
    seen = client.get(f"/field/status/?ids={sent['id']}").json()["items"]
    assert seen == [{"id": sent["id"], "state": "confirmed", "digest": sent["digest"]}]
    assert counted() == [(chair.name, "车间")]
    entry = AuditEntry.objects.get(verb="meetings.vote")
    assert "车间" not in json.dumps(entry.changes, ensure_ascii=False)


def test_newest_counts_and_a_late_duplicate_of_the_older_changes_nothing(open_ballot, chair, signed_in):
    client = signed_in(chair)
    first, second = vote_item(open_ballot, 0, 1), vote_item(open_ballot, 1, 2)
    assert results(send(client, first, second)) == ["stored", "stored"]
    assert (results(send(client, first)), counted()) == (["duplicate"], [(chair.name, "展馆")])
    seen = client.get(f"/field/status/?ids={first['id']},{second['id']}").json()["items"]
    assert [each["state"] for each in seen] == ["confirmed", "confirmed"]


def test_same_number_with_another_choice_is_a_conflict(open_ballot, chair, signed_in):
    client, sent = signed_in(chair), vote_item(open_ballot)
    other = vote_item(open_ballot, 1, id=sent["id"])
    assert (results(send(client, sent)), results(send(client, other))) == (["stored"], ["conflict"])
    assert counted() == [(chair.name, "车间")]


def test_vote_after_the_close_is_told_so_and_the_earlier_one_stands(open_ballot, chair, officer, signed_in):
    client, early, late = signed_in(chair), vote_item(open_ballot), vote_item(open_ballot, 1, 2)
    send(client, early)
    close_ballot(by=officer, ballot=open_ballot)
    assert results(send(client, early)) == ["duplicate"]
    receipt = send(client, late).json()["receipts"][0]
    assert (receipt["result"], receipt["reason"]) == (
        "refused", "The vote was over already. This one was not counted.",
    )  # fmt: skip
    assert (counted(), Vote.objects.count()) == ([(chair.name, "车间")], 1)
    chinese = signed_in(chair, **{"accept-language": "zh-hans"})
    assert send(chinese, late).json()["receipts"][0]["reason"] == "投票已结束，未计入。"


def test_only_those_who_are_there_vote_and_an_arrival_in_the_same_batch_is_enough(
    meeting, chair, delegate, signed_in
):
    opened = ballot(meeting)
    assert results(send(signed_in(chair), vote_item(opened))) == ["refused"]
    arrival = item(meeting, kind="check_in", text="")
    assert results(send(signed_in(delegate), arrival, vote_item(opened))) == ["stored", "stored"]
    assert counted() == [(delegate.name, "车间")]


def test_drafts_other_meetings_and_foreign_choices_are_not_known(meeting, open_ballot, chair, signed_in):
    draft, other = ballot(meeting, state="draft"), ballot(meeting, "甲", "乙")
    foreign = other.choices.first().pk
    items = [vote_item(draft), vote_item(open_ballot, choice=foreign), vote_item(open_ballot, ballot=10**9)]
    assert results(send(signed_in(chair), *items)) == ["refused"] * 3
    assert Vote.objects.count() == 0


def test_sibling_federation_and_auditor_stay_outside(open_ballot, stranger, auditor, signed_in):
    assert results(send(signed_in(stranger), vote_item(open_ballot))) == ["refused"]
    assert send(signed_in(auditor), vote_item(open_ballot)).status_code == 403
    assert Vote.objects.count() == 0


def test_phone_shows_choices_then_totals_and_only_ones_own_vote(
    open_ballot, chair, delegate, officer, signed_in, get_page
):
    client = signed_in(chair)
    send(client, vote_item(open_ballot, 1))
    send(signed_in(delegate), vote_item(open_ballot, 0))
    page = get_page(client, "/field/").content.decode()
    pressed = re.findall(r'data-choice="\d+" aria-pressed="true">([^<]+)<', page)
    assert (page.count("data-choice="), pressed) == (2, ["展馆"])
    assert "vote-bars" not in page
    close_ballot(by=officer, ballot=open_ballot)
    page = get_page(client, "/field/").content.decode()
    assert (page.count("data-choice="), page.count("Your vote: 展馆"), "vote-bars" in page) == (0, 1, True)
    assert delegate.name not in page


def test_vote_without_scripts_goes_through_the_same_door(meeting, open_ballot, chair, signed_in):
    client = signed_in(chair)
    for number in (0, 1):
        choice = list(open_ballot.choices.all())[number].pk
        sent = {"id": uuid.uuid4(), "meeting": meeting.pk, "ballot": open_ballot.pk, "choice": choice}
        assert client.post("/field/votes/", sent).status_code == 302
    assert counted() == [(chair.name, "展馆")]


SENT = st.lists(st.integers(0, 7), min_size=1, max_size=24)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=SENT, batch=st.integers(1, 5), sequences=st.lists(st.integers(1, 4), min_size=8, max_size=8))
def test_any_order_and_repetition_ends_with_the_highest_sequence(
    open_ballot, chair, delegate, order, batch, sequences
):
    Vote.objects.all().delete()
    ids = [str(uuid.UUID(int=number + 1)) for number in range(8)]
    items = [
        vote_item(open_ballot, number % 2, sequences[number], id=ids[number], made_at=str(number))
        for number in range(8)
    ]
    seen = set()
    for at in range(0, len(order), batch):
        part = order[at : at + batch]
        expected = []
        for number in part:
            expected.append("duplicate" if number in seen else "stored")
            seen.add(number)
        receipts = receive(chair, [items[number] for number in part])
        assert [each.result for each in receipts] == expected
    newest = max(seen, key=lambda number: (sequences[number], ids[number]))
    choice = Vote.objects.exclude(choice=None).values_list("client_id", "choice__position")
    assert [(str(client_id), position) for client_id, position in choice] == [(ids[newest], newest % 2 + 1)]
    assert Vote.objects.count() == len(seen)
    states = [each["state"] for each in read_back(chair, [uuid.UUID(each) for each in ids])]
    assert states == ["confirmed" if number in seen else "unknown" for number in range(8)]
