"""Groups: who walks and talks with whom, so that over the year everyone meets everyone.

This is the social golfer problem. `solve(GroupProblem) -> GroupPlan` begins with a construction from the catalogue
where one fits and improves by swapping; `regroup` makes one round at the door, from who came and who has met whom.
"""

from yixian.planner.groups.problem import GroupPlan, GroupProblem, Round

__all__ = ["GroupPlan", "GroupProblem", "Round"]
