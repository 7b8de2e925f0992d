"""The queue: jobs come with the change that wants them, are tried again, and are given up in sight."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from yixian.web.organisations.models import Federation
from yixian.web.shared import jobs
from yixian.web.shared.models import Job


@pytest.fixture
def tasks(monkeypatch):
    """Tasks that only this test knows."""
    known = {}
    monkeypatch.setitem(jobs.TASKS, "test.rename", lambda name: _rename(name, known))
    return known


def _rename(name, known):
    Federation.objects.update(short_name=name)
    if name in known.get("fails", ()):
        raise RuntimeError("no")


def test_a_job_of_a_rolled_back_change_does_not_exist(db, tasks):
    with pytest.raises(RuntimeError), transaction.atomic():
        jobs.enqueue("test.rename", federation_id=None, name="新")
        raise RuntimeError
    assert jobs.drain() == 0


def test_effects_and_done_come_together(district, tasks):
    jobs.enqueue("test.rename", federation_id=None, name="新")
    assert jobs.drain() == 1
    assert Federation.objects.get(pk=district.pk).short_name == "新"
    assert Job.objects.get().state == Job.State.DONE


def test_a_failing_job_leaves_nothing_and_is_given_up_in_sight(district, tasks):
    tasks["fails"] = {"坏"}
    job = jobs.enqueue("test.rename", federation_id=None, name="坏")
    for _ in range(jobs.MOST_TRIES):
        Job.objects.update(due_at=timezone.now())
        assert jobs.work_once()
    job.refresh_from_db()
    assert (job.state, job.attempt, job.problem) == (Job.State.DEAD, jobs.MOST_TRIES, "RuntimeError: no")
    assert Federation.objects.get(pk=district.pk).short_name == "甲区"


def test_a_dead_workers_job_is_taken_over(district, tasks):
    jobs.enqueue("test.rename", federation_id=None, name="新")
    first = jobs.claim()
    assert jobs.claim() is None
    Job.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    assert jobs.claim().attempt == first.attempt + 1


SEEN = []


@jobs.task("test.slow", slow=True)
def _slow(job, name):
    SEEN.append((job.attempt, connection.in_atomic_block))
    return lambda: SEEN.append(Federation.objects.update(short_name=name))


@jobs.task("test.solve", lane="solver")
def _solve(name):
    Federation.objects.update(short_name=name)


def test_a_slow_job_computes_outside_and_writes_inside(district, transactional_db):
    SEEN.clear()
    jobs.enqueue("test.slow", federation_id=None, name="慢")
    assert jobs.drain() == 1
    assert SEEN == [(1, False), 2]


def test_a_worker_may_keep_to_one_lane(district):
    jobs.enqueue("test.solve", federation_id=None, name="新")
    assert [jobs.work_once("main"), jobs.work_once("solver"), jobs.work_once()] == [False, True, False]
