"""Spread over venue kinds: workshops, museums, institutes and townships in turn."""

from yixian.planner.terms.spread import spread_term

TERM = spread_term("venue_spread", 40, lambda host: host.venue_kind)
