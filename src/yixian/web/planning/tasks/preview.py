"""What other weights would change: solved as a trial would be, and compared with the plan as it stands."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from functools import partial
from hashlib import sha256
from typing import Any

from django.utils.translation import gettext_lazy as _

from yixian.planner import Choice, Plan, Problem, Progress, TermValue
from yixian.web.planning.actions.preview import take_preview
from yixian.web.planning.models import WeightsPreview, YearPlan
from yixian.web.planning.queries.problem import problem_from_db
from yixian.web.planning.tasks.solve import why_no_plan
from yixian.web.planning.tasks.watch import Watch
from yixian.web.shared import jobs
from yixian.web.shared.jobs import Effects
from yixian.web.shared.models import Job

MOST_SECONDS = 20.0
SOON = 5.0  # whoever waited that long does not wait for a second solve
LOOK_EVERY = 0.2
UNDER_WAY = (WeightsPreview.State.WAITING, WeightsPreview.State.RUNNING)


@jobs.task(
    "planning.preview", words=_("Look what other weights of a plan would change"), slow=True, lane="solver"
)
def preview_weights(job: Job, *, preview_id: int, serial: int) -> Effects | None:
    """The plan with these weights, and with the usual ones; given up as soon as others are asked for."""
    from yixian.planner import solving

    here = WeightsPreview.objects.filter(pk=preview_id, serial=serial, state__in=UNDER_WAY)
    preview = here.select_related("plan__programme").first()
    if preview is None:
        return None
    here.update(state=WeightsPreview.State.RUNNING)
    problem = replace(problem_from_db(preview.plan), weights=preview.weights)
    watch = _watch(job, preview)
    found = solving.solve(problem, progress=watch.progress, stop=watch.stop, time_limit=MOST_SECONDS)
    if watch.stopped:
        return None
    if not found.choices:
        result = {"sentence": why_no_plan(problem, found), "serial": serial}
        return partial(take_preview, by=None, preview=preview, found=result)
    usual = _usual(preview, problem, watch) if found.seconds < SOON else {}
    if watch.stopped:
        return None
    result = {"serial": serial, "usual": usual} | _compared(preview.plan, problem, found)
    return partial(take_preview, by=None, preview=preview, found=result)


def _watch(job: Job, preview: WeightsPreview) -> Watch:
    """Shows best and bound; ends when the sliders were moved again, or somebody pressed stop."""
    here = WeightsPreview.objects.filter(pk=preview.pk, serial=preview.serial)

    def tell(state: Progress) -> None:
        here.update(progress=asdict(state))

    return Watch(job, tell, lambda: not here.filter(stop_asked=False).exists(), every=LOOK_EVERY)


def _usual(preview: WeightsPreview, problem: Problem, watch: Watch) -> dict[str, Any]:
    """The plan with the programme's own weights, known from before if it can be.

    What it changes in the plan as it stands is not the sliders' doing.
    """
    from yixian.planner import files, solving

    weights = {
        code: int(points) for code, points in preview.plan.programme.settings.get("weights", {}).items()
    }
    as_usual = replace(problem, weights=weights)
    digest = sha256(files.problem_to_json(as_usual).encode()).hexdigest()
    known: dict[str, Any] = preview.found.get("usual", {})
    if known.get("digest") == digest:
        return known
    plan = solving.solve(as_usual, progress=watch.progress, stop=watch.stop, time_limit=MOST_SECONDS)
    return {"digest": digest, "choices": _listed(plan.choices)}


def _compared(base: YearPlan, problem: Problem, found: Plan) -> dict[str, Any]:
    """The plan found, and the amounts of each term in it and in the plan as it stands."""
    from yixian.planner.solve import term_values

    present = [
        Choice(month, str(host), day.isoformat())
        for month, host, day in base.choices.order_by("month").values_list("month", "host_id", "day")
    ]
    whole = [choice.month for choice in present] == [month.id for month in problem.months]
    known = all(choice.host in problem.host_by_id for choice in present)
    before = term_values(problem, present) if whole and known else ()
    return {
        "status": str(found.status),
        "gap": found.gap,
        "seconds": found.seconds,
        "choices": _listed(found.choices),
        "terms": _both({term.code: term.value for term in before}, found.terms),
    }


def _both(before: Mapping[str, int], after: tuple[TermValue, ...]) -> list[dict[str, Any]]:
    """Each term with its amount before (None where the plan is not whole) and after, and its weight."""
    return [
        {"code": t.code, "unit": t.unit, "weight": t.weight, "before": before.get(t.code), "after": t.value}
        for t in after
    ]


def _listed(choices: tuple[Choice, ...]) -> list[list[str]]:
    return [[choice.month, choice.host, choice.day] for choice in choices]
