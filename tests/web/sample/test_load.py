"""The demo's data: loads whole, is labelled, and has a meeting in each state."""

from datetime import date

import pytest
from django.utils import timezone
from django_scopes import scopes_disabled

from yixian.web.accounts.models import Person
from yixian.web.capture.models import Capture, Photo
from yixian.web.grouping.models import Grouping
from yixian.web.meetings.models import Meeting
from yixian.web.organisations.models import Federation, Member
from yixian.web.planning.models import YearPlan
from yixian.web.sample.links import sign_in_links
from yixian.web.sample.load import is_loaded, load
from yixian.web.shared import audit
from yixian.web.shared.models import AuditEntry
from yixian.web.shared.trail import words_of


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """The demo's data, loaded once for this module and taken back afterwards."""
    from django.db import transaction

    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        load()
        yield Federation.objects.get(name="示例区总工会")
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


def test_everything_made_up_says_so(loaded, db):
    assert is_loaded()
    assert set(Federation.objects.filter(is_sample=True).values_list("name", flat=True)) == {
        "示例市总工会",
        "示例区总工会",
    }


def test_the_district_has_42_members(loaded, db):
    assert Member.objects.filter(federation=loaded).count() == 42


def test_there_is_a_meeting_in_each_state(loaded, db):
    states = set(Meeting.objects.filter(federation=loaded).values_list("state", flat=True))
    assert states == set(Meeting.State.values)


def test_the_plan_is_proven_and_published(loaded, db):
    plan = YearPlan.objects.get(federation=loaded)
    assert (plan.state, plan.certificate["proven"], plan.choices.count()) == ("published", True, 12)


def test_most_have_said_what_they_would_like_to_learn(loaded, db):
    cadres = Person.objects.filter(federation=loaded, member__isnull=False)
    said = cadres.filter(interests__isnull=False).distinct().count()
    assert cadres.count() * 0.7 < said < cadres.count()


def test_two_years_lie_behind(loaded, db):
    oldest = Meeting.objects.filter(federation=loaded).order_by("held_on")[0].held_on
    today = timezone.localdate()
    assert (today.year * 12 + today.month) - (oldest.year * 12 + oldest.month) == 24
    assert isinstance(oldest, date)


def test_photos_are_released_and_waiting(loaded, db):
    assert Photo.objects.filter(state="ready", capture__hold=Capture.Hold.RELEASED).exists()
    assert Photo.objects.filter(state="ready", capture__hold=Capture.Hold.HELD).exists()


def test_a_year_of_groups_and_todays_rotation(loaded, db):
    today = Meeting.objects.get(federation=loaded, state="under_way")
    assert Grouping.objects.filter(federation=loaded, state="published").count() >= 10
    assert (today.rotation.state, today.rotation.is_proven) == ("published", True)
    assert today.rotation.visits.count() == 7 * 5


def test_the_trail_is_whole(loaded, db):
    assert audit.verify(loaded.pk) == []


def test_there_is_a_link_for_each_role(loaded, db):
    roles = [role.split()[0] for role, _who, _path in sign_in_links()]
    assert roles == ["office", "staff", "auditor", "chair", "delegate", "host", "upper", "office"]


def test_the_trail_has_words_for_every_field(loaded, db):
    with scopes_disabled():
        fields = {field for entry in AuditEntry.objects.all() for field in entry.changes or ()}
    words = words_of("zh-hans")
    assert len(fields) > 20
    assert sorted(field for field in fields if words.field(field).endswith(field.rpartition(": ")[2])) == []
