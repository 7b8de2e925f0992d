"""Whether something recorded may leave the meeting."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.states import Lifecycle, Transition

CAPTURE = Lifecycle(
    "capture.Capture",
    [
        Transition("release", ("held", "withheld", "quarantined"), "released", _("Release")),
        Transition("withhold", ("held", "quarantined"), "withheld", _("Withhold")),
        Transition("withdraw", ("released",), "withheld", _("Withdraw the release")),
        Transition("put_back", ("released", "withheld"), "held", _("Put back")),
        Transition("quarantine", ("held", "released", "withheld"), "quarantined", _("Quarantine")),
    ],
    field="hold",
)
TONES = {"held": "wait", "released": "good", "withheld": "off", "quarantined": "bad"}
