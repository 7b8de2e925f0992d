"""What the minutes of a meeting say about problems."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.minutes_draft import paper_day
from yixian.web.meetings.queries.minutes_parts import Part, register_part
from yixian.web.problems.models import Problem


def problem_lines(meeting: Meeting) -> list[str]:
    """The problems found at the meeting, each with its owner and date."""
    found = Problem.objects.filter(meeting=meeting).exclude(state=Problem.State.DROPPED)
    found = found.select_related("owner__member", "member").order_by("pk")
    return [f"{number}. {problem.title}{_who(problem)}" for number, problem in enumerate(found, 1)]


def _who(problem: Problem) -> str:
    """(owner: unit name; by day)."""
    if problem.owner is None or problem.due_on is None:
        return ""
    unit = problem.owner.member.short_name if problem.owner.member else ""
    words = {
        "owner": " ".join(part for part in (unit, problem.owner.name) if part),
        "day": paper_day(problem.due_on),
    }
    return _(" (owner: %(owner)s; by %(day)s)") % words


register_part(Part("problems", gettext_lazy("Problems and who solves them"), 50, problem_lines))
