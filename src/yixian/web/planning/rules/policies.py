"""Who may offer, plan, publish and swap, as data."""

from django.utils.translation import gettext_lazy

from yixian.web.shared.policy import EVERY_MEMBER, EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "planning",
    see_published=(EVERYONE_INSIDE, gettext_lazy("see the published plan")),
    read_feed=({Role.ANYONE}, gettext_lazy("read the plan at a calendar address")),
    see_drafts=(WHOLE_OFFICE | {Role.AUDITOR}, gettext_lazy("see draft plans")),
    make=(WHOLE_OFFICE, gettext_lazy("make a plan")),
    publish=({Role.OFFICE}, gettext_lazy("publish a plan")),
    set_weights=({Role.OFFICE}, gettext_lazy("set the weights of plans")),
    see_offers=(EVERYONE_INSIDE, gettext_lazy("see offers to host")),
    offer=(EVERY_MEMBER, gettext_lazy("offer to host")),
    offer_for=(WHOLE_OFFICE, gettext_lazy("record an offer for a member")),
    withdraw_offer=(WHOLE_OFFICE | {Role.OWN_MEMBER}, gettext_lazy("withdraw an offer")),
    keep_blackouts=(WHOLE_OFFICE | {Role.OWN_MEMBER}, gettext_lazy("keep the days that do not suit")),
    see_calendar=(EVERYONE_INSIDE, gettext_lazy("see the calendar of working days")),
    keep_calendar=({Role.OFFICE}, gettext_lazy("keep the calendar of working days")),
    take_note=({Role.OWN_MEMBER}, gettext_lazy("take note of what moved for the own member")),
    name_standby=(WHOLE_OFFICE, gettext_lazy("name the standby host of a month")),
    call_standby=({Role.OFFICE}, gettext_lazy("let a standby host step in")),
    see_swaps=(EVERYONE_INSIDE, gettext_lazy("see swaps of months")),
    ask_swap=({Role.CHAIR}, gettext_lazy("ask another host to swap months")),
    answer_swap=({Role.CHAIR}, gettext_lazy("answer for the own member when another host wants to swap")),
    decide_swap=({Role.OFFICE}, gettext_lazy("decide on a swap that two hosts agree on")),
    see_confirmations=(EVERYONE_INSIDE, gettext_lazy("see which hosts confirm their month")),
    ask_confirmation=(WHOLE_OFFICE, gettext_lazy("ask a host to confirm its month")),
    answer_confirmation=({Role.CHAIR}, gettext_lazy("confirm the own month")),
    order_confirmations=({Role.OFFICE}, gettext_lazy("set how long ahead hosts are asked")),
)
