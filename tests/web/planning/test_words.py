"""What the page says while a plan is being solved."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from yixian.web.planning.models import PlanRun
from yixian.web.planning.words import stage_sentence


@pytest.mark.parametrize(
    ("stage", "best", "words"),
    [
        ("points", 1951, "Solving: best plan 1951 points, proven that none is below 1940."),
        ("points", None, "Solving: looking for a first plan."),
        ("changes", 1000, "Looking for the fewest months to change."),
        ("lot", 244240, "Proven: no plan is better. The public lot now decides"),
        ("verify", 1951, "Proven: no plan is below 1951 points. A second solver is checking the proof"),
        ("conflict", None, "No plan keeps every rule. Looking for what stands in the way."),
    ],
)
def test_only_points_are_called_points(plan, officer, stage, best, words):
    progress = {"stage": stage, "seconds": 1.0, "best": best, "bound": best and best - 11}
    run = PlanRun(federation=plan.federation, plan=plan, asked_by=officer, state="running", progress=progress)
    html = render_to_string("planning/plan.html#run", {"run": run, "plan": plan})
    assert words in html
    assert ("244240" in html or "1000" in html) is False


def test_the_stage_is_told_in_chinese_too():
    with translation.override("zh-hans"):
        assert stage_sentence({"stage": "lot", "best": 5}).startswith("已证明没有更优的方案")
