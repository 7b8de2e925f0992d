"""A published version tells those concerned what it moved for them."""

import pytest

from tests.days import in_words, month_from_now
from yixian.web.planning.actions.plans import publish_plan
from yixian.web.planning.actions.standby import call_standby, name_standby
from yixian.web.planning.actions.told import take_note
from yixian.web.planning.models import Told
from yixian.web.planning.queries.told import news_for, not_noted, sentences_of
from yixian.web.shared.errors import Refused
from yixian.web.shared.templatetags.ui_dates import day_short

MONTH = month_from_now(2)


@pytest.fixture
def published(solved, officer):
    """The solved plan, in force."""
    publish_plan(by=officer, plan=solved)
    return solved


@pytest.fixture
def old(published):
    """The host of the second month."""
    return published.choices.get(month=MONTH).host


@pytest.fixture
def spare(published, hosts):
    """A member without a month."""
    taken = set(published.choices.values_list("host_id", flat=True))
    return next(host for host in hosts if host.pk not in taken)


@pytest.fixture
def second(published, spare, officer):
    """Another host has that month."""
    name_standby(by=officer, plan=published, month=MONTH, member=spare)
    return call_standby(by=officer, plan=published, month=MONTH)


def test_the_first_plan_tells_every_host_its_month(published):
    day = {choice.host_id: day_short(choice.day) for choice in published.choices.all()}
    said = {told.member_id: sentences_of(told) for told in Told.objects.all()}
    assert {pk: len(each) for pk, each in said.items()} == dict.fromkeys(day, 1)
    assert all(f"you host on {day[pk]}." in each[0] for pk, each in said.items())


def test_a_later_version_tells_only_whom_it_moves(second, old, spare):
    said = {told.member: sentences_of(told) for told in second.told.all()}
    day = day_short(second.choices.get(month=MONTH).day)
    assert said == {
        old: [f"{in_words(MONTH)}: {spare.short_name} hosts instead of you."],
        spare: [f"{in_words(MONTH)}: you host on {day}."],
    }


def test_news_are_of_the_plan_in_force(second, published, old):
    chair = old.people.get()
    told = news_for(chair, second)
    assert (told.plan, told.member) == (second, old)


def test_one_of_the_member_takes_note_for_all(second, old, officer, delegate):
    told = news_for(old.people.get(), second)
    for somebody in (officer, delegate):
        with pytest.raises(Refused):
            take_note(by=somebody, told=told)
    take_note(by=old.people.get(), told=told)
    assert news_for(old.people.get(), second) is None


def test_the_office_sees_who_has_not(second, old, spare):
    assert not_noted(second) == (sorted([old.short_name, spare.short_name]), 2)
    take_note(by=old.people.get(), told=news_for(old.people.get(), second))
    assert not_noted(second) == ([spare.short_name], 2)


def test_the_office_and_members_without_a_month_have_no_news(second, officer, chair):
    assert [news_for(each, second) for each in (officer, chair)] == [None, None]


def test_the_pages_tell_and_take_note(second, old, spare, signed_in, get_page, officer):
    client = signed_in(old.people.get())
    page = get_page(client, "/planning/").content.decode()
    assert "hosts instead of you" in page
    client.post(f"/planning/told/{second.told.get(member=old).pk}/")
    assert "hosts instead of you" not in get_page(client, "/planning/").content.decode()
    page = get_page(signed_in(officer), f"/planning/plans/{second.pk}/").content.decode()
    assert f"have not taken note yet: {spare.short_name}<" in page
