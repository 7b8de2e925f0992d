"""What other weights would change: worked out as a job, the last request wins, nothing is saved."""

import pytest

from tests.days import months_ahead
from yixian.planner.terms import TERMS
from yixian.web.planning.actions.plans import draft_plan
from yixian.web.planning.actions.preview import ask_preview, stop_preview
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.forms.weights import weight_of
from yixian.web.planning.models import Blackout, WeightsPreview
from yixian.web.planning.queries.preview import preview_page
from yixian.web.shared import jobs
from yixian.web.shared.models import AuditEntry, Job

SECOND = months_ahead(2)[1]
HTMX = {"HX-Request": "true", "accept-language": "en"}
USUAL = {term.code: term.weight for term in TERMS}


@pytest.fixture
def settled(solved):
    """The solved draft, its prices and next best hosts out of the way."""
    jobs.drain()
    return solved


def changed(page):
    return [(each.month, each.old, each.new) for each in page.months]


def test_a_preview_is_what_a_trial_would_be(settled, officer):
    weights = {**USUAL, "travel_worst": weight_of(10, 1), "waiting": 0}
    preview = ask_preview(by=officer, base=settled, weights=weights)
    assert jobs.drain() == 1
    preview.refresh_from_db()
    trial = draft_plan(
        by=officer, programme=settled.programme, first_month=settled.first_month, months=3, base=settled,
        weights=weights,
    )  # fmt: skip
    request_run(by=officer, plan=trial)
    jobs.drain(1)
    chosen = [[c.month, str(c.host_id), c.day.isoformat()] for c in trial.choices.order_by("month")]
    assert (preview.state, preview.found["status"], preview.found["choices"]) == ("done", "optimal", chosen)
    trial.refresh_from_db()
    after = {term["code"]: term["after"] for term in preview.found["terms"]}
    assert after == {term["code"]: term["value"] for term in trial.certificate["terms"]}


def test_the_usual_weights_change_nothing(settled, officer):
    preview = ask_preview(by=officer, base=settled, weights=USUAL)
    jobs.drain()
    preview.refresh_from_db()
    page = preview_page(officer, preview)
    assert (page.count, page.months, page.changed_terms) == (3, [], [])


def test_what_changes_anyway_is_told_apart(settled, officer):
    lost = settled.choices.select_related("host").get(month=SECOND)
    Blackout.objects.create(
        federation=settled.federation, member=lost.host, first_day=f"{SECOND}-01", last_day=f"{SECOND}-28"
    )
    preview = ask_preview(by=officer, base=settled, weights=USUAL)
    jobs.drain()
    preview.refresh_from_db()
    page = preview_page(officer, preview)
    assert {each.anyway for each in page.months} == {True}
    assert page.anyway == len(page.months) > 0


def test_the_last_request_wins(settled, officer):
    first = ask_preview(by=officer, base=settled, weights=USUAL)
    second = ask_preview(by=officer, base=settled, weights={**USUAL, "travel_total": 20})
    assert (first.pk, second.serial) == (second.pk, first.serial + 1)
    jobs.drain()
    second.refresh_from_db()
    assert (second.state, second.found["serial"]) == ("done", second.serial)
    assert [t["weight"] for t in second.found["terms"] if t["code"] == "travel_total"] == [20]


def test_a_stopped_preview_is_not_taken(settled, officer):
    preview = ask_preview(by=officer, base=settled, weights=USUAL)
    stop_preview(by=officer, preview=preview)
    jobs.drain()
    preview.refresh_from_db()
    assert (preview.state, preview.found) == ("stopped", {})


def test_nothing_is_saved_and_nothing_recorded(settled, officer):
    before = (settled.programme.plans.count(), AuditEntry.objects.count())
    ask_preview(by=officer, base=settled, weights={**USUAL, "season": 100})
    jobs.drain()
    assert (settled.programme.plans.count(), AuditEntry.objects.count()) == before


def test_what_cannot_be_is_said(settled, officer, hosts):
    for member in hosts:
        member.venues.update(capacity=1)
    preview = ask_preview(by=officer, base=settled, weights=USUAL)
    jobs.drain()
    preview.refresh_from_db()
    page = preview_page(officer, preview)
    assert (preview.state, page.count) == ("done", 0)
    assert "the place holds everyone expected" in page.problem


def test_the_panel_waits_then_shows(settled, signed_in, get_page, officer):
    client = signed_in(officer, **HTMX)
    factors = {term.code: "1" for term in TERMS} | {"travel_worst": "10"}
    panel = client.post("/planning/weights/preview/", factors).content.decode()
    assert ('aria-busy="true"' in panel, 'id="preview-says"' in panel) == (True, False)
    assert get_page(client, "/planning/weights/preview/", most=6).content.decode().count("is-busy") == 1
    jobs.drain()
    panel = get_page(client, "/planning/weights/preview/", most=8).content.decode()
    assert ('aria-busy="true"' in panel, 'id="preview-says"' in panel) == (False, True)
    assert "proven optimal" in panel


def test_a_factor_too_large_is_refused(settled, signed_in, officer):
    factors = {term.code: "11" for term in TERMS}
    assert signed_in(officer).post("/planning/weights/preview/", factors).status_code == 422
    assert WeightsPreview.objects.count() == 0


def test_each_person_has_a_preview_of_its_own(settled, signed_in, officer, staff):
    ask_preview(by=officer, base=settled, weights=USUAL)
    assert signed_in(staff, **HTMX).get("/planning/weights/preview/").status_code == 404
    ask_preview(by=staff, base=settled, weights=USUAL)
    assert WeightsPreview.objects.count() == 2


def test_a_request_that_is_past_costs_no_solve(settled, officer):
    ask_preview(by=officer, base=settled, weights=USUAL)
    ask_preview(by=officer, base=settled, weights={**USUAL, "season": 0})
    assert jobs.work_once()
    assert WeightsPreview.objects.get().state == "waiting"
    assert list(Job.objects.filter(name="planning.preview").order_by("pk").values_list("state", flat=True)) == [
        "done", "waiting",
    ]  # fmt: skip
