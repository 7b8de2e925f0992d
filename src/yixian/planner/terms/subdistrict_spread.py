"""Spread over subdistricts and townships."""

from yixian.planner.terms.spread import spread_term

TERM = spread_term("subdistrict_spread", 20, lambda host: host.subdistrict)
