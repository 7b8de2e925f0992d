"""Puts the planner's data into sentences, in English and in Chinese, without Django."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from yixian.planner.explanation import Alternative, MonthReasons, Reason
from yixian.planner.phrases import BREACHES, KINDS, MONTHS, REASONS, RULES, TERMS, WEEKDAYS, WHO, Words
from yixian.planner.plan import Breach, Plan, Repair
from yixian.planner.problem import Problem

Name = Callable[[str, str], str]

# Rules whose breaches say which host was found and which was expected.
NAMING_HOSTS = ("announced", "pinned")


def plain_name(key: str, value: str) -> str:
    """The name as it stands; the caller may pass a function that looks up ids by what they name."""
    return value


def pick(words: Words, lang: str) -> str:
    """The English or the Chinese of a pair."""
    return words[1] if lang == "zh" else words[0]


def sentence(reason: Reason, lang: str = "en", name: Name = plain_name) -> str:
    """What speaks for a choice. `name(key, value)` turns a topic, industry, subdistrict … into its name."""
    values: dict[str, str] = {key: str(number) for key, number in reason.numbers.items()}
    values |= {key: _named(key, value, lang, name) for key, value in reason.names.items()}
    if "weekday" in reason.numbers:
        values["weekday"] = pick(WEEKDAYS[reason.numbers["weekday"]], lang)
    if "gap_permille" in reason.numbers:
        values["gap"] = f"{reason.numbers['gap_permille'] / 10:.1f}"
    return pick(REASONS[_variant(reason)], lang).format(**values)


def _variant(reason: Reason) -> str:
    """A reason with a number of 0 or 1 may have its own sentence."""
    for key, number in reason.numbers.items():
        special = f"{reason.code}:{key}={number}"
        if special in REASONS:
            return special
    return reason.code


def _named(key: str, value: str, lang: str, name: Name) -> str:
    """A name in the language, with venue kinds known by themselves."""
    if key == "venue_kind" and value in KINDS:
        return pick(KINDS[value], lang)
    return name(key, value)


def term_name(code: str, lang: str = "en") -> str:
    """What a term is called."""
    return pick(TERMS[code], lang) if code in TERMS else code


def rule_name(code: str, lang: str = "en") -> str:
    """What a rule says, as a short clause."""
    return pick(RULES[code], lang) if code in RULES else code


def month_text(month: str, lang: str = "en") -> str:
    """A month as people write it."""
    if not month:
        return pick(("the whole plan", "整个计划"), lang)
    year, number = int(month[:4]), int(month[5:7])
    return f"{year}年{number}月" if lang == "zh" else f"{MONTHS[number - 1]} {year}"


def runner_up(problem: Problem, month: MonthReasons, lang: str = "en") -> str:
    """What the best other plan for a month would cost; empty if none was looked for."""
    other = month.runner_up
    if other is None:
        return ""
    host = _host(problem, other.host)
    if month.by_lot:
        text = ("Equally good: {host}; drawn by the public lot.", "与{host}同样合适，由公开抽签决定。")
        return pick(text, lang).format(host=host)
    text = (
        "Next best: {host}, for {price} points more ({terms}).",
        "次优：{host}，多 {price} 分（{terms}）。",
    )
    return pick(text, lang).format(host=host, price=other.price, terms=price_list(other, lang))


def price_list(other: Alternative, lang: str = "en") -> str:
    """The points that an alternative loses (+) and gains (−), term by term."""
    parts = [f"{term_name(price.term, lang)} {price.points:+d}" for price in other.terms]
    return pick((", ", "，"), lang).join(parts)


def why_not(problem: Problem, other: Alternative, lang: str = "en") -> str:
    """What it would cost to have a host in a month, or which rules stand against it."""
    host, month = _host(problem, other.host), month_text(other.month, lang)
    if other.price is None:
        says = [breach(problem, replace(one, month="", host="", day=""), lang) for one in other.breaches]
        rules = pick(("; ", "；"), lang).join(dict.fromkeys(says))
        text = ("{host} cannot have {month}: {rules}.", "{host}不能承办{month}的例会：{rules}。")
        return pick(text, lang).format(host=host, month=month, rules=rules)
    if other.price == 0:
        text = (
            "{host} in {month} would be equally good; the public lot decided otherwise.",
            "{month}由{host}承办同样合适，公开抽签没有抽中。",
        )
        return pick(text, lang).format(host=host, month=month)
    text = (
        "{host} in {month} would cost {price} points more ({terms}).",
        "{month}改由{host}承办要多 {price} 分（{terms}）。",
    )
    return pick(text, lang).format(host=host, month=month, price=other.price, terms=price_list(other, lang))


def breach(problem: Problem, found: Breach, lang: str = "en") -> str:
    """One rule broken or figure misstated, with when and who."""
    where = " · ".join(part for part in (found.day or found.month, _host(problem, found.host)) if part)
    kind = "unknown" if found.rule == "one_meeting" and not found.expected else found.rule
    says = pick(BREACHES[kind], lang).format(
        found=_thing(problem, found.rule, found.found, lang),
        expected=_thing(problem, found.rule, found.expected, lang),
    )
    return (
        pick(("{where}: {says}", "{where}：{says}"), lang).format(where=where, says=says) if where else says
    )


def _thing(problem: Problem, rule: str, text: str, lang: str) -> str:
    """A host id, venue kind, month or figure as people would say it; a figure is no id, though it may look like one."""
    if rule == "term":
        code, _, figure = text.partition(" ")
        return f"{term_name(code, lang)} {figure}"
    if text in KINDS:
        return pick(KINDS[text], lang)
    return _host(problem, text) if rule in NAMING_HOSTS else text


def conflict(rule: str, months: Sequence[str], lang: str = "en") -> str:
    """One rule of a set that cannot all hold, with the months in which it stands in the way."""
    listed = pick((", ", "、"), lang).join(month_text(month, lang) for month in months)
    return pick(("{rule} ({months})", "{rule}（{months}）"), lang).format(
        rule=rule_name(rule, lang), months=listed
    )


def repair(problem: Problem, alike: Sequence[Repair], lang: str = "en") -> str:
    """One rule to be relaxed, for whom, and who can grant it; `alike` are repairs of the same rule."""
    one = ("{where}: relax “{rule}” — granted by {who}", "{where}：放宽“{rule}”，须{who}同意")
    many = ("relax “{rule}” — granted by {who}: {where}", "放宽“{rule}”，须{who}同意：{where}")
    alone = len(alike) == 1
    place = ("{month}, {host}", "{month}，{host}") if alone else ("{host} ({month})", "{host}（{month}）")
    where = pick((", ", "、"), lang).join(
        pick(place, lang).format(month=month_text(each.month, lang), host=_host(problem, each.host))
        for each in alike
    )
    return pick(one if alone else many, lang).format(
        where=where, rule=rule_name(alike[0].rule, lang), who=pick(WHO[alike[0].granted_by], lang)
    )


def infeasible(problem: Problem, plan: Plan, lang: str = "en") -> str:
    """Why there is no plan, and the cheapest way to have one."""
    if not plan.core:
        return pick(("No plan was found in time.", "限定时间内没有找到可行的计划。"), lang)
    rules: dict[str, list[str]] = {}
    for each in plan.core:
        rules.setdefault(each.rule, []).append(each.month)
    stop = pick((".", "。"), lang)
    listed = [conflict(rule, months, lang) for rule, months in rules.items()]
    text = pick(("These rules cannot all hold: ", "以下要求无法同时满足："), lang)
    text += pick(("; ", "；"), lang).join(listed) + stop
    if plan.repairs:
        alike: dict[tuple[str, str], list[Repair]] = {}
        for found in plan.repairs:
            alike.setdefault((found.rule, found.granted_by), []).append(found)
        fixes = pick(("; ", "；"), lang).join(repair(problem, each, lang) for each in alike.values())
        text += pick((" The least that would have to give way: ", "改动最小的办法："), lang) + fixes + stop
    return text


def _host(problem: Problem, host: str) -> str:
    """A host's name, or the text itself."""
    found = problem.host_by_id.get(host)
    return found.label if found else host
