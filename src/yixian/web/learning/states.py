"""The lives of experiences, adoptions and questions."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.states import Lifecycle, Transition

EXPERIENCE = Lifecycle(
    "learning.Experience",
    [
        Transition("publish", ("draft", "withdrawn"), "published", _("Publish")),
        Transition("withdraw", ("published",), "withdrawn", _("Withdraw")),
    ],
)

ADOPTION = Lifecycle(
    "learning.Adoption",
    [
        Transition("contact", ("interested",), "contact", _("We are in contact")),
        Transition("try", ("interested", "contact"), "trying", _("We are trying it")),
        Transition("adopt", ("trying",), "adopted", _("We have adopted it")),
        Transition("drop", ("interested", "contact", "trying"), "dropped", _("We drop it")),
        Transition("resume", ("dropped",), "interested", _("Take it up again")),
    ],
)

QUESTION = Lifecycle(
    "learning.Question",
    [
        Transition("answer", ("open", "answered"), "answered", _("Give an answer")),
        Transition("settle", ("open", "answered"), "settled", _("This helped, settle it")),
        Transition("reopen", ("settled",), "open", _("Ask again")),
    ],
)

EXPERIENCE_TONES = {"draft": "plan", "published": "good", "withdrawn": "off"}
ADOPTION_TONES = {
    "interested": "plan", "contact": "wait", "trying": "learn", "adopted": "good", "dropped": "off",
}  # fmt: skip
QUESTION_TONES = {"open": "wait", "answered": "learn", "settled": "good"}

ADOPTION_WORDS = {
    "start": _("Wants to borrow it"),
    "contact": _("In contact"),
    "try": _("Trying it"),
    "adopt": _("Adopted"),
    "drop": _("Dropped"),
    "resume": _("Taken up again"),
    "result": _("Result reported"),
}
