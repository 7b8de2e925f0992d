"""What hosts of the sample district arrange about their months: who keeps it, and a swap for the office to decide."""

from datetime import date
from itertools import combinations

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member
from yixian.web.planning.actions.confirmations import answer_confirmation, ask_confirmation, ask_hosts_due
from yixian.web.planning.actions.swaps import answer_swap, ask_swap
from yixian.web.planning.models import Confirmation, Swap, YearPlan
from yixian.web.planning.queries.swaps import free_months
from yixian.web.sample.federations import District
from yixian.web.shared.errors import DomainError


def chair_of(member: Member) -> Person:
    """The member's chair, else whoever is first."""
    people = member.people.order_by("pk")
    return people.filter(post=Person.Post.CHAIR).first() or people[0]


def keep_their_months(district: District, today: date) -> None:
    """Hosts are asked by the rule and three more by hand: one keeps its month, one cannot, the others think."""
    plan = _in_force(district)
    ask_hosts_due(by=None, plan=plan, today=today)
    for found in free_months(plan)[:3]:
        ask_confirmation(by=district.officer, plan=plan, month=found.month)
    answers = ((True, ""), (False, "车间设备检修要到下月底。"))
    for asked, (keeps, words) in zip(Confirmation.objects.order_by("month"), answers, strict=False):
        answer_confirmation(by=chair_of(asked.member), confirmation=asked, keeps=keeps, words=words)


def ask_for_a_swap(district: District) -> None:
    """The first two late months whose exchange breaks no rule: asked and agreed, so that the office decides."""
    plan = _in_force(district)
    hosts = {found.month: Member.objects.get(pk=found.host_id) for found in free_months(plan)[3:]}
    for month, other in combinations(hosts, 2):
        swap = _asked(plan, chair_of(hosts[month]), month, other)
        if swap is not None:
            answer_swap(by=chair_of(hosts[other]), swap=swap, agrees=True, answer="可以，我们两个月都方便。")
            return


def _asked(plan: YearPlan, chair: Person, month: str, other: str) -> Swap | None:
    """The request, or None where the planner refuses the exchange."""
    try:
        return ask_swap(by=chair, plan=plan, month=month, other_month=other, why="新产线正在调试。")
    except DomainError:
        return None


def _in_force(district: District) -> YearPlan:
    return district.programme.plans.get(state=YearPlan.State.PUBLISHED)
