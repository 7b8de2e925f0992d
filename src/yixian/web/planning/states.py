"""The life of a version of the year plan."""

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
