"""A small federation that can be planned: eight hosts with venues, offers and a history."""

import pytest
from django.utils import translation

from tests import factories
from tests.days import months_ahead, working_day
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.models import PlanRun, YearPlan
from yixian.web.shared import jobs

FIRST, SECOND = months_ahead(2)


@pytest.fixture(autouse=True)
def _in_english():
    """Refusals are compared in English."""
    with translation.override("en"):
        yield


@pytest.fixture
def hosts(district):
    """Eight members with venues of different kinds."""
    kinds = ["workshop", "museum", "institute", "subdistrict"] * 2
    members = []
    for number, kind in enumerate(kinds, 1):
        member = factories.member(
            district, f"第{number}示例单位工会", latitude=36 + number / 100, longitude=120
        )
        factories.venue(member, kind=kind, capacity=60)
        factories.cadre(member, post="chair")
        members.append(member)
    return members


@pytest.fixture
def plan(programme, hosts, officer):
    """A draft of three months."""
    programme.settings = {"min_gap_months": 6, "attendance": 50}
    programme.save()
    return YearPlan.objects.create(
        federation=programme.federation,
        programme=programme,
        version=1,
        first_month=FIRST,
        months=3,
        made_by=officer,
    )


@pytest.fixture
def a_day():
    """A working day of the plan's second month."""
    return working_day(SECOND)


@pytest.fixture
def solved(plan, officer):
    """The draft with the solver's proposal."""
    run = request_run(by=officer, plan=plan)
    assert jobs.drain(1) == 1
    run.refresh_from_db()
    assert (run.state, run.problem) == (PlanRun.State.DONE, "")
    plan.refresh_from_db()
    return plan
