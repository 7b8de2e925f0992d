"""The audit trail's words for the register of problems."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.trail import register_words

VERBS = {
    "problems.register": _("registered a problem"),
    "problems.assign": _("gave a problem an owner and a date"),
    "problems.change": _("corrected a problem"),
    "problems.solve": _("reported a problem as solved"),
    "problems.confirm": _("confirmed that a problem is solved"),
    "problems.send_back": _("sent a problem back"),
    "problems.reopen": _("reopened a problem"),
    "problems.drop": _("gave a problem up"),
    "problems.remark": _("remarked on a problem"),
}
THINGS = {
    "problems.problem": _("problem"),
}
FIELDS = {
    "owner": _("owner"),
    "due_on": _("due"),
    "solution": _("solution"),
    "description": _("description"),
}
register_words(verbs=VERBS, things=THINGS, fields=FIELDS)
