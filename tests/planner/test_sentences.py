"""Every code has its words in both languages."""

from dataclasses import replace

import pytest

from tests.planner.builders import simple, with_host, with_month
from yixian.planner import sentences
from yixian.planner.check import check
from yixian.planner.explain import explain
from yixian.planner.explanation import Reason
from yixian.planner.phrases import BREACHES, REASONS, RULES, TERMS
from yixian.planner.plan import Breach, Conflict, Plan, Repair, Status
from yixian.planner.rules import RULES as ALL_RULES
from yixian.planner.sample import sample_problem
from yixian.planner.solve import solve
from yixian.planner.terms import TERM_BY_CODE


def test_every_term_and_rule_has_a_name():
    assert set(TERMS) == set(TERM_BY_CODE)
    assert set(RULES) == {rule.code for rule in ALL_RULES}
    assert set(BREACHES) == {*RULES, "unknown", "term", "objective", "bound", "seed"}


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_reason_of_a_sample_can_be_said(lang):
    problem = sample_problem(20, 6, 3)
    plan = solve(problem)
    said = explain(problem, plan, runners_up=False)
    texts = [sentences.sentence(reason, lang) for month in said.months for reason in month.reasons]
    assert [text for text in texts if "{" in text or not text.strip()] == []
    assert {text[-1] for text in texts} == {"." if lang == "en" else "。"}


def test_reason_with_one_has_its_own_wording():
    assert sentences.sentence(Reason("waited", {"months": 8, "longer": 0})) == (
        "Has waited 8 months; nobody has waited longer."
    )
    assert sentences.sentence(Reason("serves", {"needs": 1, "topics": 1}, {"topic": "岗位练兵"}), "zh") == (
        "能展示“岗位练兵”，有 1 家单位想学。"
    )


def test_reason_with_ids_takes_the_caller_s_names():
    reason = Reason("industry_peers", {"members": 3}, {"industry": "7"})
    assert sentences.sentence(reason, "zh", lambda key, value: {("industry", "7"): "机械"}[key, value]) == (
        "同行业（机械）的 3 家单位可以看到同行做法。"
    )


def test_variants_belong_to_reasons():
    assert [code for code in REASONS if ":" in code and code.split(":")[0] not in REASONS] == []


def test_infeasible_is_told_with_its_repair():
    problem = with_month(simple(), 1, attendance=500)
    plan = solve(problem)
    host = plan.repairs[0].host
    assert sentences.infeasible(problem, plan) == (
        "These rules cannot all hold: one meeting a month (April 2026); the place holds everyone expected (April 2026)."
        f" The least that would have to give way: April 2026, {host}: relax “the place holds everyone expected” — "
        "granted by the office."
    )
    assert sentences.infeasible(problem, plan, "zh") == (
        "以下要求无法同时满足：每月举办一次例会（2026年4月）；场地容得下预计人数（2026年4月）。"
        f"改动最小的办法：2026年4月，{host}：放宽“场地容得下预计人数”，须办公室同意。"
    )


def test_repairs_of_one_rule_are_told_together():
    problem = with_host(simple(), 0, name="甲厂")
    month = "2026-04"
    plan = Plan(
        Status.INFEASIBLE,
        core=(Conflict("capacity", month),),
        repairs=tuple(
            Repair("capacity", each, "h0", f"{each}-10", "office", 1) for each in (month, "2026-05")
        ),
    )
    assert sentences.infeasible(problem, plan, "zh").endswith(
        "改动最小的办法：放宽“场地容得下预计人数”，须办公室同意：甲厂（2026年4月）、甲厂（2026年5月）。"
    )
    assert sentences.infeasible(problem, plan).endswith(
        "relax “the place holds everyone expected” — granted by the office: 甲厂 (April 2026), 甲厂 (May 2026)."
    )


def test_breach_names_day_host_and_figures():
    problem = with_host(simple(), 1, name="甲厂")
    found = Breach("capacity", "2026-04", "h1", "2026-04-10", "50", "60")
    assert sentences.breach(problem, found, "zh") == "2026-04-10 · 甲厂：场地可容纳 50 人，预计 60 人"
    assert check(problem, solve(problem)) == []


def test_breach_of_a_figure_names_its_term():
    problem = simple()
    plan = solve(problem)
    wrong = replace(plan, terms=(replace(plan.terms[0], value=99), *plan.terms[1:]))
    code, weight = plan.terms[0].code, plan.terms[0].weight
    (found,) = check(problem, wrong)
    name = sentences.term_name(code, "zh")
    assert sentences.breach(problem, found, "zh") == (
        f"原载 {name} {weight} × 99，重算为 {name} {weight} × {plan.terms[0].value}"
    )


def test_breach_tells_of_a_host_that_nobody_knows():
    problem = simple()
    found = Breach("one_meeting", "2026-04", "zzz", "2026-04-10", found="zzz")
    assert sentences.breach(problem, found) == "2026-04-10 · zzz: “zzz” does not belong to the problem"


def test_why_not_is_told_with_price_or_rule():
    problem = with_host(simple(hosts=3), 0, blackout_months=("2026-04",), name="甲厂")
    plan = solve(problem)
    texts = [sentences.why_not(problem, each) for each in explain(problem, plan, why_not_host="h0").why_not]
    assert "甲厂 cannot have April 2026: the host has ruled out 2026-04." in texts


def test_figure_that_looks_like_a_host_id_stays_a_figure():
    problem = replace(simple(), hosts=(replace(simple().hosts[0], id="50", name="甲厂"), *simple().hosts[1:]))
    figures = Breach("capacity", "2026-04", "50", "2026-04-10", "50", "60")
    assert sentences.breach(problem, figures, "zh") == "2026-04-10 · 甲厂：场地可容纳 50 人，预计 60 人"
    named = Breach("pinned", "2026-04", "", "2026-04-10", "其他", "50")
    assert sentences.breach(problem, named, "zh") == "2026-04-10：已固定为甲厂，不是其他"
