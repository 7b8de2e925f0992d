"""Long works on a plan: they say how far they are, give way, are stopped, and go on."""

import pytest

from tests.days import months_ahead
from yixian.web.planning.actions.board import request_prices
from yixian.web.planning.actions.next_best import request_next_best
from yixian.web.planning.actions.preview import ask_preview
from yixian.web.planning.actions.runs import request_run
from yixian.web.planning.actions.works import stop_work
from yixian.web.planning.models import NextBest, PlanBoard
from yixian.web.planning.tasks.watch import Watch, somebody_waits
from yixian.web.shared import jobs
from yixian.web.shared.errors import DomainError
from yixian.web.shared.models import Job

FIRST, SECOND, _third = months_ahead(3)


def looked(plan):
    return [bool(each["looked"]) for each in plan.choices.order_by("month").values_list("reasons", flat=True)]


def test_every_month_has_its_next_best_and_a_plan_without_its_host(solved):
    jobs.drain()
    work = NextBest.objects.get(plan=solved)
    assert (work.state, work.done, work.total, looked(solved)) == ("done", 3, 3, [True] * 3)
    for choice in solved.choices.all():
        without = choice.reasons["without"]
        assert without["price"] >= choice.reasons["runner_up"]["price"] >= 0
        assert without["host"] != str(choice.host_id)
        assert sum(term["points"] for term in without["terms"]) == without["price"]


def test_the_month_page_tells_of_both(solved, signed_in, get_page, officer):
    url = f"/planning/plans/{solved.pk}/months/{SECOND}/"
    assert "have not been looked for yet" in get_page(signed_in(officer), url).content.decode()
    jobs.drain()
    page = get_page(signed_in(officer), url).content.decode()
    assert "The next best" in page
    assert "Without this host all year" in page
    assert "have not been looked for yet" not in page


def test_the_plan_page_shows_how_far_it_is_and_stops_it(solved, signed_in, get_page, officer):
    client = signed_in(officer)
    NextBest.objects.filter(plan=solved).update(state="running", done=1, total=3)
    url = f"/planning/plans/{solved.pk}/"
    assert "1 of 3" in get_page(client, url).content.decode()
    assert "1 of 3" in get_page(client, url + "next-best/").content.decode()
    assert client.post(url + "next-best/stop/").url == url
    jobs.drain()
    work = NextBest.objects.get(plan=solved)
    assert (work.state, looked(solved)) == ("stopped", [False] * 3)
    assert "Go on looking" in get_page(client, url).content.decode()
    client.post(url + "next-best/")
    jobs.drain()
    assert (NextBest.objects.get(plan=solved).state, looked(solved)) == ("done", [True] * 3)


def test_what_waits_for_its_turn_does_not_begin_after_a_stop(solved, officer):
    for work in (NextBest.objects.get(plan=solved), PlanBoard.objects.get(plan=solved)):
        assert stop_work(by=officer, plan=solved, work=work).state == "stopped"
    jobs.drain()
    assert looked(solved) == [False] * 3
    board = PlanBoard.objects.get(plan=solved)
    assert (board.state, board.rows) == ("stopped", {})
    request_prices(by=officer, plan=solved)
    jobs.drain()
    assert PlanBoard.objects.get(plan=solved).state == "done"


def test_prices_under_way_are_stopped(solved, officer, signed_in, get_page):
    board = PlanBoard.objects.get(plan=solved)
    PlanBoard.objects.filter(pk=board.pk).update(state="running", done=1, total=8)
    client = signed_in(officer)
    url = f"/planning/plans/{solved.pk}/board/"
    assert "1 of 8" in get_page(client, url).content.decode()
    assert client.post(url + "prices/stop/").url == url
    jobs.drain()
    assert PlanBoard.objects.get(plan=solved).state == "stopped"
    assert "The prices were stopped" in get_page(client, url).content.decode()


def test_the_search_gives_way_and_goes_on_where_it_was(solved, officer):
    first = solved.choices.get(month=FIRST)
    first.reasons = {**first.reasons, "looked": True}
    first.save()
    ask_preview(by=officer, base=solved, weights={})
    assert somebody_waits()
    jobs.work_once()
    work = NextBest.objects.get(plan=solved)
    assert (work.state, work.done, work.total, looked(solved)) == ("waiting", 1, 3, [True, False, False])
    jobs.drain()
    assert (NextBest.objects.get(plan=solved).state, looked(solved)) == ("done", [True] * 3)


def test_the_search_is_asked_for_after_a_solve_only(plan, officer):
    with pytest.raises(DomainError, match="Solve the plan first"):
        request_next_best(by=officer, plan=plan)


def test_a_new_solve_begins_a_new_search(solved, officer):
    jobs.drain()
    old = NextBest.objects.get(plan=solved).pk
    request_run(by=officer, plan=solved)
    jobs.drain()
    assert NextBest.objects.get(plan=solved).pk != old
    assert looked(solved) == [True] * 3


def test_a_watch_hears_stop_once_and_keeps_the_lease(district):
    job = Job.objects.create(name="planning.cell", state="running", due_at="2026-01-01T00:00Z")
    told, answers = [], iter([False, True])
    watch = Watch(job, told.append, lambda: next(answers), every=0.0)
    watch.progress("one")
    assert [watch.stop(), watch.stop(), watch.stop()] == [False, True, True]
    job.refresh_from_db()
    assert (told, job.leased_until is not None) == (["one"], True)
