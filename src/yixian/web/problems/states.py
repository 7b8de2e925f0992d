"""The life of a problem: from finding to confirmed solution."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.states import Lifecycle, Transition

PROBLEM = Lifecycle(
    "problems.Problem",
    [
        Transition("assign", ("found", "assigned"), "assigned", _("Give an owner and a date")),
        Transition("solve", ("assigned",), "solved", _("Report as solved")),
        Transition("confirm", ("solved",), "closed", _("Confirm and close")),
        Transition("send_back", ("solved",), "assigned", _("Not solved yet")),
        Transition("reopen", ("closed", "dropped"), "assigned", _("Reopen")),
        Transition("drop", ("found", "assigned"), "dropped", _("Do not pursue")),
    ],
)
