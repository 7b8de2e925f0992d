"""Work that comes round once a day: asked for once, again the next day, whatever became of the last."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from yixian.web.shared import daily, jobs
from yixian.web.shared.models import Job

pytestmark = pytest.mark.django_db
NAME, LANE = "test.round", "tests"
EVENING = timezone.make_aware(timezone.datetime(2031, 3, 4, 22, 30))


@pytest.fixture(autouse=True)
def ran():
    """How often the daily task of these tests ran: in a lane of its own, wanted from three in the morning."""
    ran = []
    jobs.task(NAME, lane=LANE)(lambda: ran.append(1))
    daily.daily(NAME, hour=3)
    yield ran
    for register in (jobs.TASKS, jobs.LANES, daily.DAILY):
        del register[NAME]


def made_at(moment, state=Job.State.DONE):
    Job.objects.update(created_at=moment, state=state)


def test_asked_for_once_until_the_hour_comes_again():
    assert [daily.ask(LANE, now=EVENING), daily.ask(LANE, now=EVENING)] == [[NAME], []]
    made_at(EVENING)
    before, after = EVENING + timedelta(hours=4, minutes=29), EVENING + timedelta(hours=4, minutes=31)
    assert [daily.ask(LANE, now=before), daily.ask(LANE, now=after)] == [[], [NAME]]
    assert Job.objects.count() == 2


@pytest.mark.parametrize(
    ("state", "expected"), [("waiting", []), ("running", []), ("done", [NAME]), ("dead", [NAME])]
)
def test_never_two_at_a_time_and_a_failure_does_not_end_it(state, expected):
    daily.ask(LANE, now=EVENING)
    made_at(EVENING - timedelta(days=3), state)
    assert daily.ask(LANE, now=EVENING) == expected


def test_a_job_of_the_same_name_for_one_federation_is_another_matter(district):
    jobs.enqueue(NAME, federation_id=district.pk)
    assert daily.ask(LANE) == [NAME]


def test_each_lane_asks_for_its_own():
    assert [NAME in daily.ask(lane) for lane in ("solver", "main", LANE)] == [False, False, True]


def test_the_worker_asks_by_itself(ran):
    call_command("worker", "--once")
    job = Job.objects.get(name=NAME)
    assert (ran, job.state) == ([1], Job.State.DONE)
    (row,) = (each for each in daily.rounds(now=EVENING) if each.name == NAME)
    assert (row.name, row.hour, row.latest, row.next_at) == (
        NAME, 3, job, EVENING.replace(hour=3, minute=0) + timedelta(days=1),
    )  # fmt: skip
