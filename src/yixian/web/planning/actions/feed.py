"""A person's own address of the calendar feed: opened, renewed, closed."""

from yixian.web.accounts.models import Person
from yixian.web.planning.models import CalendarLink
from yixian.web.shared import audit, policy
from yixian.web.shared.actions import action


@action
def renew_calendar_link(*, by: Person) -> CalendarLink:
    """Give the person a new address; the one before stops at once."""
    policy.check(by, "planning.see_published")
    link = CalendarLink.objects.filter(person=by).first()
    if link is None:
        link = CalendarLink.objects.create(federation=by.federation, person=by)
    else:
        link.serial, link.is_open = link.serial + 1, True
        link.save(update_fields=["serial", "is_open", "renewed_at"])
    audit.record(by=by, verb="planning.renew_calendar_link", thing=link)
    return link


@action
def close_calendar_link(*, by: Person) -> None:
    """No calendar gets the plan at this person's address any more."""
    policy.check(by, "planning.see_published")
    link = CalendarLink.objects.filter(person=by, is_open=True).first()
    if link is None:
        audit.nothing_changed()
        return
    link.is_open = False
    link.save(update_fields=["is_open", "renewed_at"])
    audit.record(by=by, verb="planning.close_calendar_link", thing=link, changes={"is_open": [True, False]})
