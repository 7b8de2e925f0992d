"""After a cancellation: a draft with as few changes as can be, beside the plan in force."""

import pytest

from tests.days import months_ahead
from yixian.web.meetings.models import Meeting
from yixian.web.planning.actions.plans import publish_plan
from yixian.web.planning.actions.replan import request_replan
from yixian.web.planning.tasks.replan import falling
from yixian.web.shared import jobs
from yixian.web.shared.errors import BadInput

_first, SECOND, THIRD = months_ahead(3)


@pytest.fixture
def published(solved, officer):
    """The solved plan, in force, its prices out of the way."""
    publish_plan(by=officer, plan=solved)
    jobs.drain()
    return solved


def test_only_the_month_that_falls_through_changes(published, officer):
    lost = published.choices.get(month=SECOND)
    draft = request_replan(by=officer, base=published, cancel=[SECOND])
    jobs.drain(1)
    draft.refresh_from_db()
    before = {choice.month: choice.host_id for choice in published.choices.all()}
    after = {choice.month: choice.host_id for choice in draft.choices.all()}
    assert [month for month in before if before[month] != after[month]] == [SECOND]
    assert after[SECOND] != lost.host_id
    first = draft.curve.steps[0]
    assert (first["changes"], first["points"]) == (1, draft.certificate["objective"])


def test_the_curve_has_what_brings_something():
    steps = [(1, 90, "a"), (2, 80, "b"), (3, 80, "c"), (4, 75, "d")]
    assert falling(steps) == [(1, 90, "a"), (2, 80, "b"), (4, 75, "d")]


def test_an_announced_month_is_cancelled_first(published, officer):
    Meeting.objects.filter(month=SECOND).update(state="announced")
    with pytest.raises(BadInput, match="Cancel an announced meeting first"):
        request_replan(by=officer, base=published, cancel=[SECOND])


def test_the_page_lists_months_and_leads_to_the_comparison(published, signed_in, get_page, officer):
    url = f"/planning/plans/{published.pk}/replan/"
    client = signed_in(officer)
    page = get_page(client, url).content.decode()
    assert page.count('type="checkbox"') == 3
    assert client.post(url, {}).status_code == 422
    response = client.post(url, {"months": [THIRD]})
    draft = published.programme.plans.get(version=2)
    assert response.url == f"/planning/plans/{draft.pk}/comparison/{published.pk}/"
