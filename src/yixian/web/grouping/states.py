"""The lives of a meeting's groups and of their rotation."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.states import Lifecycle, Transition

GROUPING = Lifecycle(
    "grouping.Grouping",
    [
        Transition("publish", ("draft",), "published", _("Publish the groups")),
        Transition("withdraw", ("published",), "draft", _("Take back to draft")),
    ],
)
GROUPING_TONES = {"draft": "plan", "published": "good"}

ROTATION = Lifecycle(
    "grouping.Rotation",
    [
        Transition("ask", ("draft", "solved"), "solving", _("Work out the timetable")),
        Transition("take", ("solving",), "solved", _("Take the timetable")),
        Transition("fail", ("solving",), "draft", _("Find no timetable")),
        Transition("stop", ("solving",), "draft", _("Stop")),
        Transition("publish", ("solved",), "published", _("Publish the timetable")),
        Transition("withdraw", ("published",), "solved", _("Take back to draft")),
        Transition("begin", ("solved", "published"), "under_way", _("Begin the walk")),
        Transition("take_back", ("under_way",), "published", _("Take the beginning back")),
    ],
)
ROTATION_TONES = {
    "draft": "plan",
    "solving": "wait",
    "solved": "plan",
    "published": "good",
    "under_way": "now",
}
