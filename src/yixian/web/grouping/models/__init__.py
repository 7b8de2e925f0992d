"""The tables of groups and of their rotation."""

from yixian.web.grouping.models.groups import Group, Grouping, Place, Wish
from yixian.web.grouping.models.rotation import Delay, Leg, Rotation, Visit

__all__ = ["Delay", "Group", "Grouping", "Leg", "Place", "Rotation", "Visit", "Wish"]
