"""From a draft to a published plan: solved as a job, pinned by hand, refused where it must be."""

import pytest

from tests.days import months_ahead, working_day
from yixian.web.meetings.models import Meeting
from yixian.web.planning.actions.plans import draft_plan, drop_plan, pin_choice, publish_plan, unpin_choice
from yixian.web.planning.actions.runs import request_run, stop_run
from yixian.web.planning.models import HostOffer, PlanRun, YearPlan
from yixian.web.shared import jobs
from yixian.web.shared.errors import BadInput, DomainError, Refused

FIRST, SECOND, THIRD = months_ahead(3)


def test_the_solver_fills_every_month_and_proves_it(solved):
    assert [choice.month for choice in solved.choices.all()] == [FIRST, SECOND, THIRD]
    certificate = solved.certificate
    assert (certificate["status"], certificate["proven"]) == ("optimal", True)
    assert certificate["objective"] == certificate["bound"]
    assert len({choice.host_id for choice in solved.choices.all()}) == 3


def test_each_choice_says_why(solved):
    assert all(choice.reasons["reasons"] for choice in solved.choices.all())


def test_publishing_makes_meetings(solved, officer):
    publish_plan(by=officer, plan=solved)
    meetings = Meeting.objects.order_by("held_on")
    assert [(m.month, m.host_id, m.held_on) for m in meetings] == [
        (c.month, c.host_id, c.day) for c in solved.choices.order_by("month")
    ]


def test_a_new_version_replaces_the_old_and_moves_planned_meetings(solved, officer, hosts):
    publish_plan(by=officer, plan=solved)
    second = draft_plan(by=officer, programme=solved.programme, first_month=FIRST, months=3)
    free = next(h for h in hosts if h.pk not in set(solved.choices.values_list("host_id", flat=True)))
    pin_choice(by=officer, plan=second, month=THIRD, host=free, day=working_day(THIRD, near=19))
    request_run(by=officer, plan=second)
    jobs.drain()
    second.refresh_from_db()
    publish_plan(by=officer, plan=second)
    solved.refresh_from_db()
    assert solved.state == YearPlan.State.REPLACED
    meeting = Meeting.objects.get(month=THIRD)
    assert (meeting.host, meeting.held_on) == (free, working_day(THIRD, near=19))
    assert Meeting.objects.count() == 3


def test_an_offer_in_the_plan_is_marked(plan, hosts, officer):
    for member in hosts:
        HostOffer.objects.create(federation=plan.federation, member=member)
    request_run(by=officer, plan=plan)
    jobs.drain(1)
    plan.refresh_from_db()
    publish_plan(by=officer, plan=plan)
    assert HostOffer.objects.filter(state="planned").count() == 3


def test_pins_outdate_the_proof(solved, officer, hosts, a_day):
    pin_choice(by=officer, plan=solved, month=SECOND, host=hosts[0], day=a_day)
    with pytest.raises(DomainError, match="Solve the plan again"):
        publish_plan(by=officer, plan=solved)


def test_a_pin_outside_its_month_is_refused(plan, officer, hosts, a_day):
    with pytest.raises(BadInput):
        pin_choice(by=officer, plan=plan, month=THIRD, host=hosts[0], day=a_day)


def test_unpinning_twice_changes_nothing_more(plan, officer, hosts, a_day):
    pin_choice(by=officer, plan=plan, month=SECOND, host=hosts[0], day=a_day)
    unpin_choice(by=officer, plan=plan, month=SECOND)
    unpin_choice(by=officer, plan=plan, month=SECOND)
    assert [c.is_pinned for c in plan.choices.all()] == [False]


def test_an_impossible_pin_is_answered_in_words(plan, officer, hosts):
    for month, day in ((FIRST, working_day(FIRST, near=11)), (SECOND, working_day(SECOND))):
        pin_choice(by=officer, plan=plan, month=month, host=hosts[0], day=day)
    run = request_run(by=officer, plan=plan)
    jobs.drain(1)
    run.refresh_from_db()
    assert run.state == PlanRun.State.FAILED
    chinese, english = run.problem.split("\n")
    assert "同一单位两次承办间隔足够月数" in chinese
    assert "enough months between two turns of a host" in english


def test_a_stopped_solve_leaves_the_draft(plan, officer):
    run = request_run(by=officer, plan=plan)
    stop_run(by=officer, run=run)
    jobs.drain(1)
    run.refresh_from_db()
    assert (run.state, plan.choices.count()) == (PlanRun.State.STOPPED, 0)


def test_nobody_changes_a_plan_that_is_being_solved(plan, officer):
    request_run(by=officer, plan=plan)
    with pytest.raises(DomainError, match="being solved"):
        drop_plan(by=officer, plan=plan)


@pytest.mark.parametrize("who", ["staff", "auditor", "chair"])
def test_only_the_office_publishes(solved, request, who):
    with pytest.raises(Refused):
        publish_plan(by=request.getfixturevalue(who), plan=solved)


def test_the_next_best_is_found_afterwards(solved, officer):
    assert jobs.drain() == 2
    assert all(choice.reasons["runner_up"]["price"] >= 0 for choice in solved.choices.all())


def test_the_next_best_of_an_older_solve_is_not_taken(solved, officer, hosts, a_day):
    pin_choice(by=officer, plan=solved, month=SECOND, host=hosts[0], day=a_day)
    before = list(solved.choices.values_list("reasons", flat=True))
    assert jobs.drain() == 2
    assert list(solved.choices.values_list("reasons", flat=True)) == before
