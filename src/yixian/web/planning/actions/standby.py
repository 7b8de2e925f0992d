"""The standby host of a month: named while there is time, and called when the host falls through."""

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Member
from yixian.web.planning.actions.versions import put_exchange_in_force, sound_exchange
from yixian.web.planning.models import YearPlan
from yixian.web.planning.rules.standby import check_can_call_standby, check_can_name_standby, check_is_spare
from yixian.web.shared import audit
from yixian.web.shared.actions import action


@action
def name_standby(*, by: Person, plan: YearPlan, month: str, member: Member | None) -> None:
    """Name who steps in if the host falls through, or nobody; refused where it would break a rule."""
    check_can_name_standby(by, plan, month)
    choice = plan.choices.select_related("standby").get(month=month)
    if choice.standby == member:
        audit.nothing_changed()
        return
    if member is not None:
        check_is_spare(plan, member)
        sound_exchange(plan, month, member.pk)
    old, choice.standby = choice.standby, member
    choice.save(update_fields=["standby"])
    names = [each.short_name if each else None for each in (old, member)]
    audit.record(by=by, verb="planning.name_standby", thing=choice, changes={"standby": names})


@action
def call_standby(*, by: Person, plan: YearPlan, month: str) -> YearPlan:
    """The standby host takes the month: a new version of the plan, in force at once; its meeting follows."""
    choice = plan.choices.select_related("host", "standby").get(month=month)
    check_can_call_standby(by, plan, choice)
    standby = choice.standby
    assert standby is not None
    check_is_spare(plan, standby)
    note = _("%(standby)s stepped in for %(host)s") % {
        "standby": standby.short_name,
        "host": choice.host.short_name,
    }
    new = put_exchange_in_force(by, plan, sound_exchange(plan, month, standby.pk), note)
    hosts = [choice.host.short_name, standby.short_name]
    audit.record(by=by, verb="planning.call_standby", thing=new, changes={month: hosts})
    return new
