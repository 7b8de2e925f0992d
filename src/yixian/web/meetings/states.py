"""The life of a meeting, of its minutes and of its votes."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.states import Lifecycle, Transition

MEETING = Lifecycle(
    "meetings.Meeting",
    [
        Transition("announce", ("planned",), "announced", _("Announce")),
        Transition("open", ("announced",), "open", _("Open for replies")),
        Transition("start", ("open", "announced"), "under_way", _("Start the meeting")),
        Transition("wrap_up", ("under_way",), "wrapped_up", _("Wrap up")),
        Transition("close", ("wrapped_up",), "closed", _("Close the meeting")),
        Transition("reopen", ("closed",), "wrapped_up", _("Reopen the meeting")),
        Transition("cancel", ("planned", "announced", "open"), "cancelled", _("Cancel the meeting")),
    ],
)

# How a state looks on its badge, and the order of the steps that a meeting takes.
TONES = {
    "planned": "plan",
    "announced": "wait",
    "open": "wait",
    "under_way": "now",
    "wrapped_up": "learn",
    "closed": "good",
    "cancelled": "off",
}
STEPS = ("planned", "announced", "open", "under_way", "wrapped_up", "closed")

MINUTES = Lifecycle(
    "meetings.Minutes",
    [
        Transition("publish", ("draft",), "published", _("Publish the minutes")),
        Transition("withdraw", ("published",), "draft", _("Take back to draft")),
    ],
)

BALLOT = Lifecycle(
    "meetings.Ballot",
    [
        Transition("open", ("draft",), "open", _("Open the vote")),
        Transition("close", ("open",), "closed", _("Close the vote")),
    ],
)
BALLOT_TONES = {"draft": "plan", "open": "now", "closed": "good"}
