"""Spread over industries, so that no branch has all the meetings."""

from yixian.planner.terms.spread import spread_term

TERM = spread_term("industry_spread", 30, lambda host: host.industry)
