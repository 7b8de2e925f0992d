"""The calendar feed: whose address a token is, and what that person's calendar shows."""

from django_scopes import scopes_disabled

from yixian.web.accounts.models import Person
from yixian.web.planning.feed import read_token
from yixian.web.planning.models import CalendarLink, PlanChoice, YearPlan
from yixian.web.planning.queries.plans import published_plan
from yixian.web.shared import policy


def reader_of(token: str) -> Person | None:
    """The person whose open address this is; None when it was renewed, closed, or the person has left."""
    named = read_token(token)
    if named is None:
        return None
    with scopes_disabled():  # nobody is signed in: the token itself says whose federation it is
        link = (
            CalendarLink.objects.filter(person=named[0], serial=named[1], is_open=True)
            .select_related("person__federation", "person__member")
            .first()
        )
    person = link.person if link else None
    if person is None or not person.is_active or not policy.may(person, "planning.see_published"):
        return None
    return person


def calendar_of(person: Person) -> tuple[YearPlan | None, list[PlanChoice]]:
    """The published plan and its months; call it inside the person's federation's scope."""
    plan = published_plan(person)
    if plan is None:
        return None, []
    choices = plan.choices.select_related("host", "meeting__host", "meeting__venue").defer("reasons")
    return plan, list(choices)


def link_of(person: Person) -> CalendarLink | None:
    """The person's own address, if it is open."""
    return CalendarLink.objects.filter(person=person, is_open=True).first()
