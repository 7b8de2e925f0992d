"""The life of a problem: from finding to confirmed solution."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.states import Lifecycle, Transition

PROBLEM = Lifecycle(
    "problems.Problem",
    [
        Transition("assign", ("found", "assigned"), "assigned", _("Give an owner and a date")),
        Transition("solve", ("found", "assigned"), "solved", _("Report as solved")),
        Transition("confirm", ("solved",), "closed", _("Confirm and close")),
        Transition("send_back", ("solved",), "assigned", _("Not solved yet")),
        Transition("reopen", ("closed", "dropped"), "assigned", _("Reopen")),
        Transition("drop", ("found", "assigned"), "dropped", _("Do not pursue")),
    ],
)

TONES = {"found": "wait", "assigned": "plan", "solved": "learn", "closed": "good", "dropped": "off"}

EVENT_WORDS = {
    "register": _("Registered"),
    "assign": _("Given to an owner"),
    "solve": _("Reported as solved"),
    "confirm": _("Confirmed and closed"),
    "send_back": _("Sent back: not solved yet"),
    "reopen": _("Reopened"),
    "drop": _("Not pursued"),
    "change": _("Details changed"),
    "remark": _("Remark"),
}
