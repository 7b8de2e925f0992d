"""All soft terms; a new term is a new file here and a line in this table."""

from yixian.planner.problem import Problem
from yixian.planner.terms import (
    alike,
    industry_spread,
    needs,
    relevance,
    season,
    subdistrict_spread,
    travel_total,
    travel_worst,
    venue_spread,
    volunteers,
    waiting,
    weekday,
)
from yixian.planner.terms.base import Term

TERMS: tuple[Term, ...] = (
    volunteers.TERM,
    waiting.TERM,
    needs.TERM,
    relevance.TERM,
    venue_spread.TERM,
    industry_spread.TERM,
    subdistrict_spread.TERM,
    alike.TERM,
    travel_total.TERM,
    travel_worst.TERM,
    season.TERM,
    weekday.TERM,
)

TERM_BY_CODE: dict[str, Term] = {term.code: term for term in TERMS}


def weight_of(problem: Problem, term: Term) -> int:
    """Points per unit: the problem's own weight, or else the term's."""
    return problem.weights.get(term.code, term.weight)
