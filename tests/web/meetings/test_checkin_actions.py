"""Arrivals: one row per person and meeting, by whichever way and however often."""

import pytest
from django_scopes import scope

from tests import factories, factories_capture
from tests.at_once import at_once, on_disk
from tests.english import english  # noqa: F401
from yixian.web.accounts.models import Person
from yixian.web.meetings.actions import checkin as actions
from yixian.web.meetings.models import CheckIn
from yixian.web.shared.audit import verify
from yixian.web.shared.errors import BadInput, DomainError, Refused
from yixian.web.shared.models import AuditEntry


@pytest.fixture
def meeting(programme, host, coordinator):
    """A meeting that is open today."""
    return factories_capture.meeting_today(programme, host=host, coordinator=coordinator, state="open")


def test_second_check_in_changes_nothing(meeting, chair, officer):
    first = actions.check_in_self(by=chair, meeting=meeting, method="qr", code="482913")
    again = actions.check_in_other(by=officer, meeting=meeting, person=chair)
    assert (first.pk, first.method, CheckIn.objects.count()) == (again.pk, "qr", 1)
    assert AuditEntry.objects.filter(verb="meetings.check_in").count() == 1


@pytest.mark.django_db(transaction=True)
def test_fifty_identical_check_ins_at_once_are_one_row(meeting, chair, tmp_path):
    def work():
        with scope(federation=chair.federation_id):
            return actions.check_in_self(by=chair, meeting=meeting, method="qr", code="482913").pk

    def look():
        with scope(federation=chair.federation_id):
            return CheckIn.objects.count(), verify(chair.federation_id)

    with on_disk(tmp_path):
        rows = at_once(work, 50)
        seen = at_once(look, 1)
    assert (len(rows), len(set(rows)), seen) == (50, 1, [(1, [])])


def test_wrong_code_is_refused(meeting, chair):
    with pytest.raises(BadInput):
        actions.check_in_self(by=chair, meeting=meeting, method="code", code="000000")
    assert CheckIn.objects.count() == 0


@pytest.mark.parametrize(
    ("state", "is_open"),
    [
        ("planned", False),
        ("announced", True),
        ("open", True),
        ("under_way", True),
        ("wrapped_up", False),
        ("closed", False),
        ("cancelled", False),
    ],
)
def test_door_is_open_on_the_day_only(meeting, chair, state, is_open):
    meeting.state = state
    if is_open:
        actions.check_in_self(by=chair, meeting=meeting, method="link")
    else:
        with pytest.raises(DomainError, match="on its day only"):
            actions.check_in_self(by=chair, meeting=meeting, method="link")
    assert CheckIn.objects.count() == int(is_open)


def test_door_is_shut_the_day_before(programme, host, chair):
    later = factories.meeting(programme, host=host, state="open")
    with pytest.raises(DomainError, match="on its day only"):
        actions.check_in_self(by=chair, meeting=later, method="link")


@pytest.mark.parametrize("persona", ["chair", "delegate", "auditor", "stranger"])
def test_desk_is_for_office_and_host(request, meeting, delegate, persona):
    with pytest.raises(Refused):
        actions.check_in_other(by=request.getfixturevalue(persona), meeting=meeting, person=delegate)


def test_undo_takes_the_row_away_and_stays_on_record(meeting, chair, coordinator):
    actions.check_in_other(by=coordinator, meeting=meeting, person=chair)
    assert actions.undo_check_in(by=coordinator, meeting=meeting, person=chair) is True
    assert actions.undo_check_in(by=coordinator, meeting=meeting, person=chair) is False
    assert CheckIn.objects.count() == 0
    verbs = list(AuditEntry.objects.order_by("serial").values_list("verb", "on_behalf_of"))
    assert verbs == [("meetings.check_in", "甲主席"), ("meetings.undo_check_in", "甲主席")]


def test_walk_in_joins_the_roster_once(meeting, guest, officer):
    for _time in range(2):
        actions.add_walk_in(by=officer, meeting=meeting, member=guest, name=" 丙委员 ", post="committee")
    person = Person.objects.get(name="丙委员")
    assert (person.member, person.pinyin, CheckIn.objects.get().person) == (guest, "bing3 wei3 yuan2", person)


def test_somebody_who_left_cannot_be_checked_in(meeting, chair, officer):
    chair.is_active = False
    chair.save()
    with pytest.raises(DomainError, match="no longer on the roster"):
        actions.check_in_other(by=officer, meeting=meeting, person=chair)
