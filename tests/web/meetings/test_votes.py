"""Votes of a meeting for those who run them: drawn up, opened on the day, closed, told in totals."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from tests import factories
from tests.factories_capture import meeting_today
from tests.factories_votes import arrive, ballot
from yixian.web.meetings.actions import ballots as actions
from yixian.web.meetings.models import Ballot, Vote
from yixian.web.meetings.queries.minutes_draft import draft_sections
from yixian.web.shared.errors import BadInput, DomainError, Refused

TYPED = ["车间", "", "展馆", "车间"]


@pytest.fixture
def today(programme, host, coordinator):
    """A meeting under way today."""
    return meeting_today(programme, host=host, coordinator=coordinator)


def cast(of_ballot, person, number, sequence=1):
    """A vote as it stands after it came in."""
    choice = list(of_ballot.choices.all())[number]
    return Vote.objects.create(
        federation=of_ballot.federation, ballot=of_ballot, person=person, choice=choice, client_id=uuid4(),
        sequence=sequence, digest="0" * 64,
    )  # fmt: skip


def test_life_of_a_vote(today, officer, coordinator, chair):
    made = actions.draft_ballot(
        by=coordinator, meeting=today, question=" 下次\n看什么 ", choices=["车间", "", "展馆", "车间"]
    )
    assert (made.question, [str(each) for each in made.choices.all()]) == ("下次 看什么", ["车间", "展馆"])
    actions.change_ballot(by=officer, ballot=made, question="下次看什么", choices=["车间", "展馆", "都行"])
    actions.open_ballot(by=officer, ballot=made)
    with pytest.raises(DomainError):
        actions.change_ballot(by=officer, ballot=made, question="别的", choices=["一", "二"])
    with pytest.raises(DomainError):
        actions.remove_ballot(by=officer, ballot=made)
    actions.close_ballot(by=coordinator, ballot=made)
    with pytest.raises(DomainError):
        actions.open_ballot(by=officer, ballot=made)
    made.refresh_from_db()
    assert (made.state, made.choices.count(), made.opened_at < made.closed_at) == ("closed", 3, True)


@pytest.mark.parametrize("choices", [[], ["一"], ["一", " 一 "], [str(each) for each in range(7)]])
def test_two_to_six_choices(today, officer, choices):
    with pytest.raises(BadInput):
        actions.draft_ballot(by=officer, meeting=today, question="问", choices=choices)


def test_opened_on_the_day_only_and_by_those_who_run_it(meeting, today, officer, chair):
    early = ballot(meeting, state="draft")
    with pytest.raises(DomainError):
        actions.open_ballot(by=officer, ballot=early)
    with pytest.raises(Refused):
        actions.open_ballot(by=chair, ballot=ballot(today, state="draft"))
    assert Ballot.objects.filter(state="open").count() == 0


def test_page_says_totals_and_no_names(today, officer, chair, delegate, signed_in, get_page):
    arrive(today, chair, delegate)
    made = ballot(today)
    cast(made, chair, 1), cast(made, delegate, 1)
    client = signed_in(officer)
    page = get_page(client, f"/meetings/{today.pk}/votes/").content.decode()
    assert ("2 votes, 2 people are checked in" in page, '<td class="num">100%</td>' in page) == (True, True)
    assert (chair.name in page, delegate.name in page) == (False, False)
    assert client.post(f"/meetings/{today.pk}/votes/{made.pk}/closing/").status_code == 302
    assert "every 4s" not in client.get(f"/meetings/{today.pk}/votes/").content.decode()


def test_form_adds_and_says_what_is_missing(today, officer, signed_in):
    client, url = signed_in(officer), f"/meetings/{today.pk}/votes/"
    assert client.post(url, {"question": "问", "choices": "一"}).status_code == 422
    assert client.post(url, {"question": "问", "choices": "一\n二"}).status_code == 302
    made = Ballot.objects.get()
    assert "一\n二" in client.get(f"{url}{made.pk}/").content.decode()
    assert client.post(f"{url}{made.pk}/", {"question": "问", "choices": "一"}).status_code == 422
    assert client.post(f"{url}{made.pk}/", {"question": "另问", "choices": "甲\n乙"}).status_code == 302
    assert client.post(f"{url}{made.pk}/opening/").status_code == 302
    made.refresh_from_db()
    assert (made.question, made.state) == ("另问", "open")


def test_page_takes_the_same_queries_whatever_the_rows(today, officer, guest, signed_in, get_page):
    people = [factories.cadre(guest) for _each in range(8)]
    arrive(today, *people)
    for number in range(12):
        made = ballot(today, question=f"第{number}项")
        for person in people:
            cast(made, person, number % 2)
    get_page(signed_in(officer), f"/meetings/{today.pk}/votes/", most=9)
    get_page(signed_in(officer), f"/meetings/{today.pk}/wall/", most=7)


def test_wall_shows_the_open_vote_and_changes_with_each(today, officer, chair, delegate, signed_in):
    client, url = signed_in(officer), f"/meetings/{today.pk}/wall/live/"
    made = ballot(today, state="draft")
    before = client.get(url)
    assert made.question not in before.content.decode()
    actions.open_ballot(by=officer, ballot=made)
    opened = client.get(url, headers={"if-none-match": before["ETag"]})
    assert (opened.status_code, made.question in opened.content.decode()) == (200, True)
    assert client.get(url, headers={"if-none-match": opened["ETag"]}).status_code == 304
    cast(made, chair, 0)
    counted = client.get(url, headers={"if-none-match": opened["ETag"]})
    assert (counted.status_code, "1 votes. Only totals" in counted.content.decode()) == (200, True)


def test_result_is_on_the_wall_until_it_is_taken_off_or_ten_minutes_are_over(today, officer, signed_in):
    client, url = signed_in(officer), f"/meetings/{today.pk}/wall/live/"

    def wall(etag=""):
        return client.get(url, headers={"if-none-match": etag})

    first, second = ballot(today, question="先看哪里？"), ballot(today, state="draft", question="再看哪里？")
    actions.close_ballot(by=officer, ballot=first)
    closed = wall()
    assert first.question in closed.content.decode()
    past = timezone.now() - timedelta(seconds=1)
    Ballot.objects.filter(pk=first.pk).update(on_wall_until=past)
    assert first.question not in wall(closed["ETag"]).content.decode()
    votes = f"/meetings/{today.pk}/votes/"
    assert client.post(f"{votes}{first.pk}/showing/").status_code == 302
    assert "on the wall until" in client.get(votes).content.decode()
    shown = wall()
    assert first.question in shown.content.decode()
    assert client.post(f"{votes}{first.pk}/hiding/").status_code == 302
    assert (
        first.question in wall(shown["ETag"]).content.decode(),
        "Just arrived" in wall().content.decode(),
    ) == (
        False,
        True,
    )
    actions.show_result(by=officer, ballot=Ballot.objects.get(pk=first.pk))
    actions.open_ballot(by=officer, ballot=second)
    actions.close_ballot(by=officer, ballot=second)
    page = wall().content.decode()
    assert (first.question in page, second.question in page) == (False, True)


def test_result_is_not_shown_while_something_is_open(today, officer, chair):
    closed, still_open = ballot(today, state="closed"), ballot(today, question="未结束")
    for refused in (closed, still_open):
        with pytest.raises(DomainError):
            actions.show_result(by=officer, ballot=refused)
    with pytest.raises(Refused):
        actions.hide_result(by=chair, ballot=closed)
    assert set(Ballot.objects.values_list("on_wall_until", flat=True)) == {None}


def test_closed_result_stands_in_the_draft_of_the_minutes(today, officer, chair, delegate):
    made, still_open = ballot(today), ballot(today, question="未结束")
    cast(made, chair, 0), cast(made, delegate, 0)
    actions.close_ballot(by=officer, ballot=made)
    votes = [each.text for each in draft_sections(today) if each.key == "votes"]
    assert votes == ["下次看什么？：车间 2、展馆 0（共 2 票）"]
    assert still_open.state == "open"
