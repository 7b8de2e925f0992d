"""What people would like to learn, and when they are away."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories
from tests.guards import count_queries
from yixian.web.accounts.models import Absence, Interest
from yixian.web.accounts.tasks import forget_absences
from yixian.web.shared.models import AuditEntry


@pytest.fixture
def drills(district):
    """A topic."""
    return factories.topic(district, "岗位练兵")


def chosen(person):
    return sorted(str(each) for each in person.interests.all())


def path_of(person):
    return f"/accounts/people/{person.pk}/interests/"


def test_people_choose_topics_and_venues_themselves(signed_in, delegate, drills, get_page):
    client = signed_in(delegate)
    get_page(client, path_of(delegate))
    answer = client.post(path_of(delegate), {"topics": [drills.pk], "venue_kinds": ["museum"]})
    assert answer["Location"] == "/accounts/me/"
    assert chosen(delegate) == ["museum", "岗位练兵"]
    entry = AuditEntry.objects.latest("serial")
    assert (entry.verb, entry.changes) == (
        "accounts.change_interests",
        {"topics": [[], ["岗位练兵"]], "venue_kinds": [[], ["museum"]]},
    )
    page = get_page(client, "/accounts/me/").content.decode()
    assert '<li class="tag">岗位练兵</li><li class="tag">museum</li>' in page


def test_what_stays_is_kept_and_what_goes_is_gone(signed_in, delegate, drills, district):
    other = factories.topic(district, "企业文化")
    client = signed_in(delegate)
    client.post(path_of(delegate), {"topics": [drills.pk], "venue_kinds": ["museum"]})
    before = Interest.objects.get(topic=drills).pk
    client.post(path_of(delegate), {"topics": [drills.pk, other.pk]})
    assert (chosen(delegate), Interest.objects.get(topic=drills).pk) == (["企业文化", "岗位练兵"], before)
    entries = AuditEntry.objects.count()
    client.post(path_of(delegate), {"topics": [other.pk, drills.pk]})
    assert AuditEntry.objects.count() == entries


def test_the_chair_and_the_office_may_a_colleague_may_not(
    signed_in, officer, staff, chair, delegate, guest, coordinator, auditor, stranger, drills
):
    colleague = factories.cadre(guest)
    answers = [
        signed_in(by).post(path_of(delegate), {"topics": [drills.pk]}).status_code
        for by in (officer, staff, chair, delegate, colleague, coordinator, auditor, stranger)
    ]
    assert answers == [302, 302, 302, 302, 403, 404, 403, 404]
    pages = [signed_in(by).get(path_of(delegate)).status_code for by in (chair, colleague, auditor)]
    assert pages == [200, 403, 403]


def test_colleagues_see_the_interests_on_the_person_s_page(
    signed_in, chair, delegate, guest, drills, get_page
):
    Interest.objects.create(federation=guest.federation, person=delegate, topic=drills)
    page = f"/accounts/people/{delegate.pk}/"
    ways = {
        by.name: path_of(delegate) in get_page(signed_in(by), page).content.decode()
        for by in (chair, factories.cadre(guest, "乙委员"))
    }
    assert ways == {"甲主席": True, "乙委员": False}
    assert "岗位练兵" in signed_in(chair).get(page).content.decode()


def test_a_topic_of_another_federation_cannot_be_chosen(signed_in, delegate, sibling):
    foreign = factories.topic(sibling, "他区主题")
    assert signed_in(delegate).post(path_of(delegate), {"topics": [foreign.pk]}).status_code == 422
    assert signed_in(delegate).post(path_of(delegate), {"venue_kinds": ["moon"]}).status_code == 422
    assert Interest.objects.count() == 0


def test_interests_of_somebody_who_left_stay_as_they_are(signed_in, officer, delegate, drills):
    delegate.is_active = False
    delegate.save()
    assert signed_in(officer).post(path_of(delegate), {"topics": [drills.pk]}).status_code == 409


def test_days_away_are_added_and_taken_back(signed_in, chair, delegate):
    today = timezone.localdate()
    days = {"first_day": today, "last_day": today + timedelta(days=3)}
    client = signed_in(chair)
    client.post(f"/accounts/people/{delegate.pk}/absences/", days)
    absence = Absence.objects.get()
    assert (absence.person, absence.first_day, absence.last_day) == (delegate, *days.values())
    assert path_of(delegate) in client.get(f"/accounts/people/{delegate.pk}/").content.decode()
    assert f"absences/{absence.pk}/removal/" in client.get(path_of(delegate)).content.decode()
    client.post(f"/accounts/absences/{absence.pk}/removal/")
    assert Absence.objects.count() == 0
    verbs = AuditEntry.objects.order_by("serial").values_list("verb", flat=True)
    assert list(verbs) == ["accounts.add_absence", "accounts.remove_absence"]


@pytest.mark.parametrize(("first", "last"), [(2, 1), (-5, -1), (0, 400), (None, 1)])
def test_days_that_make_no_sense_are_refused(signed_in, delegate, first, last):
    today = timezone.localdate()
    days = {
        name: today + timedelta(days=after)
        for name, after in (("first_day", first), ("last_day", last))
        if after is not None
    }
    answer = signed_in(delegate).post(f"/accounts/people/{delegate.pk}/absences/", days)
    assert (answer.status_code, Absence.objects.count()) == (422, 0)


def test_days_that_are_long_over_are_forgotten(delegate, district):
    today = timezone.localdate()
    for ago in (31, 30):
        Absence.objects.create(
            federation=district,
            person=delegate,
            first_day=today - timedelta(days=ago + 1),
            last_day=today - timedelta(days=ago),
        )
    forget_absences()
    assert [each.last_day for each in Absence.objects.all()] == [today - timedelta(days=30)]


def test_the_form_takes_the_same_queries_for_few_and_many(signed_in, officer, delegate, district, get_page):
    client = signed_in(officer)

    def queries():
        with count_queries() as counted:
            get_page(client, path_of(delegate))
            get_page(client, f"/accounts/people/{delegate.pk}/")
        return len(counted)

    few = queries()
    today = timezone.localdate()
    for n in range(40):
        topic = factories.topic(district, f"主题{n}")
        Interest.objects.create(federation=district, person=delegate, topic=topic)
        Absence.objects.create(federation=district, person=delegate, first_day=today, last_day=today)
    assert queries() == few


def test_interests_leave_with_the_data_and_go_at_erasure(signed_in, officer, delegate, drills, district):
    today = timezone.localdate()
    Interest.objects.create(federation=district, person=delegate, topic=drills)
    Interest.objects.create(federation=district, person=delegate, venue_kind="museum")
    Absence.objects.create(federation=district, person=delegate, first_day=today, last_day=today)
    data = signed_in(delegate).get("/accounts/me/data/").json()["interests"]
    assert data == {
        "topics": ["岗位练兵"],
        "venue_kinds": ["museum"],
        "away": [[today.isoformat(), today.isoformat()]],
    }
    signed_in(officer).post(f"/accounts/people/{delegate.pk}/erasure/", {"name": delegate.name})
    assert (Interest.objects.count(), Absence.objects.count()) == (0, 0)
