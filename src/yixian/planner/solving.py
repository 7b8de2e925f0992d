"""The planner's functions in one place: solve, check, explain, replan, regrets, fairness. Loads no solver."""

from yixian.planner.check import check
from yixian.planner.explain import explain
from yixian.planner.fairness import fairness
from yixian.planner.regret import regrets
from yixian.planner.replan import replan
from yixian.planner.solve import solve

__all__ = ["check", "explain", "fairness", "regrets", "replan", "solve"]
