"""The audit trail's words for year plans and what goes into them."""

from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.audit_words import register_words

VERBS = {
    "planning.draft": _("started a draft plan"),
    "planning.solve": _("asked for a plan to be worked out"),
    "planning.solved": _("a plan was worked out"),
    "planning.unsolved": _("no plan could be worked out"),
    "planning.stop": _("stopped the working out of a plan"),
    "planning.pin": _("fixed a month"),
    "planning.unpin": _("released a month"),
    "planning.drop": _("dropped a draft plan"),
    "planning.publish": _("published a plan"),
    "planning.replace": _("replaced a plan"),
    "planning.replan": _("asked for a new plan after a cancellation"),
    "planning.price": _("asked what moves would cost"),
    "planning.priced": _("what moves would cost was worked out"),
    "planning.price_cell": _("asked what one move would cost"),
    "planning.priced_cell": _("what one move would cost was worked out"),
    "planning.runners_up": _("asked for other good plans"),
    "planning.set_weights": _("set the plan's weights"),
    "planning.set_day": _("changed a day of the calendar"),
    "planning.import_year": _("took in a year's holidays"),
    "planning.offer": _("offered to host"),
    "planning.withdraw_offer": _("withdrew an offer to host"),
    "planning.add_blackout": _("entered unsuitable days"),
    "planning.remove_blackout": _("removed unsuitable days"),
    "planning.renew_calendar_link": _("made a new calendar address"),
    "planning.close_calendar_link": _("closed a calendar address"),
    "planning.name_standby": _("named a standby host"),
    "planning.call_standby": _("let the standby host step in"),
    "planning.ask_swap": _("asked for a swap of months"),
    "planning.agree_swap": _("agreed to a swap of months"),
    "planning.decline_swap": _("declined a swap of months"),
    "planning.withdraw_swap": _("withdrew a swap of months"),
    "planning.approve_swap": _("let a swap of months take effect"),
    "planning.refuse_swap": _("refused a swap of months"),
    "planning.order_swaps": _("ordered how agreed swaps take effect"),
}
THINGS = {
    "planning.hostoffer": _("offer to host"),
    "planning.blackout": _("unsuitable days"),
    "planning.yearplan": _("year plan"),
    "planning.planchoice": _("month of a plan"),
    "planning.planrun": _("run of the planner"),
    "planning.swap": _("swap of months"),
    "planning.planboard": _("planning board"),
    "planning.calendarlink": _("calendar address"),
    "planning.calendarday": _("day of the calendar"),
}
FIELDS = {
    "first_month": _("first month"),
    "replaced": _("replaced"),
    "days": _("days"),
    "objective": _("value of the plan"),
    "instead_of": _("instead of"),
    "is_pinned": _("fixed"),
    "is_open": _("open"),
    "stop_asked": _("stop asked for"),
    "cancelled": _("cancelled"),
    "standby": _("standby host"),
    "swaps_by": _("agreed swaps take effect in the name of"),
    "version": _("version"),
}
register_words(verbs=VERBS, things=THINGS, fields=FIELDS)
