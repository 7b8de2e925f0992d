"""Plans, explanations and repairs as text for a terminal."""

from yixian.planner import sentences
from yixian.planner.dates import weekday
from yixian.planner.explain import notes
from yixian.planner.explanation import Explanation, MonthReasons
from yixian.planner.phrases import WEEKDAYS
from yixian.planner.plan import Plan, TermValue
from yixian.planner.problem import Choice, Problem
from yixian.planner.replan import Replan
from yixian.planner.sentences import pick


def plan_text(problem: Problem, plan: Plan, lang: str) -> str:
    """The choices, what each term comes to, and the proof; or why there is no plan."""
    if not plan.choices:
        return sentences.infeasible(problem, plan, lang)
    lines = [_choice(problem, choice, lang) for choice in plan.choices]
    lines += ["", *(_term(term, lang) for term in plan.terms if term.value)]
    lines += ["", *(sentences.sentence(note, lang) for note in notes(plan))]
    if plan.drawn:
        text = ("Ties drawn by the public seed “{seed}”.", "同分方案由公开种子“{seed}”抽签决定。")
        lines.append(pick(text, lang).format(seed=plan.seed))
    lines += [
        f"{run.name}: {run.status}, {run.objective} / {run.bound}, {run.seconds:.2f} s"
        for run in plan.solvers
    ]
    return "\n".join(lines)


def sound_text(plan: Plan, lang: str) -> str:
    """All is well."""
    text = (
        "Sound: every rule holds and every figure is right ({points} points).",
        "核对无误：各项要求均满足，数值相符（{points} 分）。",
    )
    return pick(text, lang).format(points=plan.objective)


def explanation_text(problem: Problem, explanation: Explanation, lang: str) -> str:
    """Month by month, then answers to why-not."""
    if explanation.why_not:
        return "\n".join(sentences.why_not(problem, each, lang) for each in explanation.why_not)
    return "\n\n".join(_month(problem, each, lang) for each in explanation.months)


def replan_text(old: Plan, result: Replan, lang: str) -> str:
    """What moved, and what more changes would buy."""
    problem = result.problem
    if not result.plan.choices:
        return sentences.infeasible(problem, result.plan, lang)
    lines = []
    for month in result.moved:
        before, after = old.by_month[month], result.plan.by_month[month]
        lines.append(f"{_choice(problem, before, lang)}  →  {_choice(problem, after, lang)}")
    for step in result.curve:
        text = ("{count} changed: {points} points", "改动 {count} 个月：{points} 分")
        lines.append(pick(text, lang).format(count=step.changes, points=step.objective))
    return "\n".join(lines)


def _choice(problem: Problem, choice: Choice, lang: str) -> str:
    """Day, weekday and host in a line."""
    host = problem.host_by_id.get(choice.host)
    return f"{choice.day} {pick(WEEKDAYS[weekday(choice.day)], lang)}  {host.label if host else choice.host}"


def _term(term: TermValue, lang: str) -> str:
    """A term's value and points."""
    return f"{term.points:6d}  {sentences.term_name(term.code, lang)} ({term.weight} × {term.value})"


def _month(problem: Problem, month: MonthReasons, lang: str) -> str:
    """A month's choice with its reasons and its runner-up."""
    lines = [_choice(problem, month.choice, lang)]
    lines += ["  " + sentences.sentence(reason, lang) for reason in month.reasons]
    lines += [
        "  " + text
        for text in (sentences.runner_up(problem, month, lang), _without(problem, month, lang))
        if text
    ]
    return "\n".join(lines)


def _without(problem: Problem, month: MonthReasons, lang: str) -> str:
    """What it would cost if the host had no turn at all."""
    if month.without is None:
        return ""
    host = problem.host_by_id[month.choice.host].label
    text = ("Without {host} in the plan: {price:+d} points.", "若{host}全年不承办：{price:+d} 分。")
    return pick(text, lang).format(host=host, price=month.without.price or 0)
