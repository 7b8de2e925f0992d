"""Offers, plans, what hosts agree on, and calendars."""

from yixian.web.planning.models.calendar import CalendarDay, CalendarLink
from yixian.web.planning.models.hosts import Confirmation, Swap, Told
from yixian.web.planning.models.offers import Blackout, HostOffer
from yixian.web.planning.models.plans import PlanChoice, PlanRun, YearPlan
from yixian.web.planning.models.works import ChangeCurve, NextBest, PlanBoard, WeightsPreview, Work

__all__ = [
    "Blackout",
    "CalendarDay",
    "CalendarLink",
    "ChangeCurve",
    "Confirmation",
    "HostOffer",
    "NextBest",
    "PlanBoard",
    "PlanChoice",
    "PlanRun",
    "Swap",
    "Told",
    "WeightsPreview",
    "Work",
    "YearPlan",
]
