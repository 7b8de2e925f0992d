"""The life of a version of the year plan, a swap of two months, a host's word."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.states import Lifecycle, Transition

PLAN = Lifecycle(
    "planning.YearPlan",
    [
        Transition("publish", ("draft",), "published", _("Publish the plan")),
        Transition("replace", ("published",), "replaced", _("Replace by a newer version")),
        Transition("drop", ("draft",), "dropped", _("Drop this draft")),
    ],
)

SWAP = Lifecycle(
    "planning.Swap",
    [
        Transition("agree", ("asked",), "agreed", _("Agree to the swap")),
        Transition("decline", ("asked",), "declined", _("Decline")),
        Transition("withdraw", ("asked", "agreed"), "withdrawn", _("Withdraw the request")),
        Transition("approve", ("agreed",), "done", _("Let the swap take effect")),
        Transition("refuse", ("agreed",), "refused", _("Refuse the swap")),
    ],
)
SWAP_TONES = {
    "asked": "wait", "agreed": "wait", "done": "good", "declined": "off", "withdrawn": "off", "refused": "bad",
}  # fmt: skip
CONFIRMATION = Lifecycle(
    "planning.Confirmation",
    [
        Transition("confirm", ("asked", "declined"), "confirmed", _("Confirm the month")),
        Transition("decline", ("asked", "confirmed"), "declined", _("Say that the month cannot be kept")),
        Transition("ask_again", ("confirmed", "declined"), "asked", _("Ask the host once more")),
    ],
)
CONFIRMATION_TONES = {"asked": "wait", "confirmed": "good", "declined": "bad"}
