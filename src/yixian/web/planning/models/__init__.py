"""Offers, plans, what hosts agree on, and calendars."""

from yixian.web.planning.models.calendar import CalendarDay, CalendarLink
from yixian.web.planning.models.hosts import Confirmation, Swap, Told
from yixian.web.planning.models.offers import Blackout, HostOffer
from yixian.web.planning.models.plans import PlanBoard, PlanChoice, PlanRun, YearPlan

__all__ = [
    "Blackout",
    "CalendarDay",
    "CalendarLink",
    "Confirmation",
    "HostOffer",
    "PlanBoard",
    "PlanChoice",
    "PlanRun",
    "Swap",
    "Told",
    "YearPlan",
]
