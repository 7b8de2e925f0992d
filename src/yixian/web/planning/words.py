"""Put the planner's data into words of the page's language."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from yixian.planner import Breach, Problem, Reason, sentences
from yixian.web.organisations.models import Industry, Venue

NAMING = ("announced", "pinned", "one_meeting")

VENUE_ICONS: dict[Any, str] = {
    Venue.Kind.WORKSHOP: "building-gear",
    Venue.Kind.MUSEUM: "bank",
    Venue.Kind.INSTITUTE: "lightbulb",
    Venue.Kind.SUBDISTRICT: "buildings",
    Venue.Kind.BUILDING: "building",
    Venue.Kind.OTHER: "geo-alt",
}


def language() -> str:
    """The planner's short code of the page's language."""
    return "zh" if (get_language() or "").startswith("zh") else "en"


def reason_sentences(stored: Mapping[str, Any], lang: str) -> list[str]:
    """What speaks for a choice, one sentence each."""
    return [_reason_sentence(each, lang) for each in stored.get("reasons", [])]


def first_reason(stored: Mapping[str, Any], lang: str) -> str:
    """What speaks most for a choice; nothing where nothing is known."""
    reasons = stored.get("reasons")
    return _reason_sentence(reasons[0], lang) if reasons else ""


def _reason_sentence(stored: Mapping[str, Any], lang: str) -> str:
    reason = Reason(stored["code"], stored["numbers"], stored["names"])
    return sentences.sentence(reason, lang, name=_name)


def term_name(code: str, lang: str) -> str:
    """What a term is called."""
    return sentences.term_name(code, lang)


def _name(key: str, value: str) -> str:
    """What a code of ours is called; names of topics and places were written out when the plan was taken."""
    if key == "industry" and value in Industry.values:
        return str(Industry(value).label)
    return value


def run_problem(text: str) -> str:
    """Why a run brought no plan: kept in Chinese and English, a line each, and shown in the page's language."""
    lines = text.split("\n")
    return lines[0] if language() == "zh" else lines[-1]


def breach_sentence(problem: Problem, found: Breach, lang: str) -> str:
    """One rule broken, with when and who. Our ids of members are numbers, which must not be taken for members."""
    named = found.rule in NAMING
    bare = replace(found, month="", day="", host="")
    says = sentences.breach(problem if named else replace(problem, hosts=()), bare, lang)
    host = problem.host_by_id.get(found.host)
    where = " ".join(part for part in (found.day or found.month, host.label if host else "") if part)
    return f"{where}{'：' if lang == 'zh' else ': '}{says}" if where else says


def stage_sentence(progress: Mapping[str, Any]) -> str:
    """Where a solve is when its figures are no points of a plan; nothing while it looks for the best plan."""
    said = {
        "changes": _("Looking for the fewest months to change."),
        "lot": _("Proven: no plan is better. The public lot now decides among those that are equally good."),
        "conflict": _("No plan keeps every rule. Looking for what stands in the way."),
    }
    if progress.get("stage") == "verify":
        return _(
            "Proven: no plan is below %(best)s points. A second solver is checking the proof; "
            "if you stop now, the plan is kept."
        ) % {"best": progress["best"]}
    return said.get(progress.get("stage", ""), "")
