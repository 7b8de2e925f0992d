"""Forms of the register: chosen from lists, or by a written name where a list would be too long."""

from datetime import date
from functools import partial

import pytest

from tests import factories
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Member
from yixian.web.organisations.queries.members import MOST_LISTED
from yixian.web.problems.forms import RegisterForm
from yixian.web.problems.models import Problem
from yixian.web.problems.queries.choices import meetings_to_choose, newest


@pytest.fixture
def crowd(district):
    """More members than a list shows."""
    Member.objects.bulk_create(
        Member(federation=district, name=f"第{number}工会", short_name=f"第{number}")
        for number in range(MOST_LISTED + 1)
    )


@pytest.mark.usefixtures("crowd")
def test_of_many_members_the_name_is_written(officer, guest, signed_in):
    data = {"title": "通道堵塞", "member": guest.name}
    assert signed_in(officer).post("/problems/new/", data).status_code == 302
    assert Problem.objects.get().member == guest


@pytest.mark.usefixtures("crowd")
def test_a_name_that_is_not_on_record_is_refused(officer):
    form = RegisterForm({"title": "通道堵塞", "member": "没有此单位"}, by=officer)
    assert list(form.errors) == ["member"]


def test_an_older_meeting_stays_chosen(district, programme, host):
    days = (date(2025, 1, 3), date(2025, 2, 7))
    old, new = (factories.meeting(programme, host=host, held_on=day) for day in days)
    found = partial(Meeting.objects.filter, federation=district)
    rows = list(newest(found()))[:1]
    assert [pk for pk, _title in meetings_to_choose(rows, found)] == [new.pk]
    assert [pk for pk, _title in meetings_to_choose(rows, found, old.pk)] == [new.pk, old.pk]
