"""The audit trail's words for the blurring of pictures."""

from django.utils.translation import gettext_lazy as _

from yixian.web.accounts.audit_words import register_words

register_words(
    verbs={
        "capture.blur": _("released a record with its picture blurred"),
        "capture.unblur": _("took the blurring off a picture"),
    },
    fields={"covered": _("blurred regions"), "gone_out": _("copies that had gone out")},
)
