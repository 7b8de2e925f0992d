"""The audit trail's words for what is recorded on site."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.trail import register_words

VERBS = {
    "capture.record": _("recorded something on site"),
    "capture.attach_photo": _("sent a photo"),
    "capture.prepare_photo": _("a photo was prepared"),
    "capture.refuse_photo": _("a photo could not be read"),
    "capture.delete": _("deleted a record"),
    "capture.release": _("released a record"),
    "capture.release_free": _("released the records of free zones"),
    "capture.withhold": _("withheld a record"),
    "capture.withdraw": _("withdrew a release"),
    "capture.put_back": _("put a record back to waiting"),
    "capture.quarantine": _("quarantined a record"),
    "capture.retry_job": _("had failed work tried again"),
    "capture.drop_job": _("took failed work off the list"),
    "capture.lose_photo": _("a photo's file was found missing"),
    "capture.blur": _("released a record with its picture blurred"),
    "capture.unblur": _("took the blurring off a picture"),
}
THINGS = {
    "capture.capture": _("record on site"),
    "capture.photo": _("photo"),
    "capture.release": _("release"),
}
FIELDS = {
    "hold": _("release"),
    "deleted": _("deleted"),
    "photo": _("photo"),
    "size": _("size"),
    "released": _("released"),
    "covered": _("blurred regions"),
    "gone_out": _("copies that had gone out"),
}
register_words(verbs=VERBS, things=THINGS, fields=FIELDS)
