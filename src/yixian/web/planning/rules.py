"""Who may offer, plan and publish."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.policy import EVERY_MEMBER, EVERYONE_INSIDE, WHOLE_OFFICE, Role, declare

declare(
    "planning",
    see_published=(EVERYONE_INSIDE, _("see the published plan")),
    see_drafts=(WHOLE_OFFICE | {Role.AUDITOR}, _("see draft plans")),
    make=(WHOLE_OFFICE, _("make a plan")),
    publish=({Role.OFFICE}, _("publish a plan")),
    see_offers=(EVERYONE_INSIDE, _("see offers to host")),
    offer=(EVERY_MEMBER, _("offer to host")),
    offer_for=(WHOLE_OFFICE, _("record an offer for a member")),
    withdraw_offer=(WHOLE_OFFICE | {Role.OWN_MEMBER}, _("withdraw an offer")),
    keep_blackouts=(WHOLE_OFFICE | {Role.OWN_MEMBER}, _("keep the days that do not suit")),
    keep_calendar=({Role.OFFICE}, _("keep the calendar of working days")),
)
