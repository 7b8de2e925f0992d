"""The audit trail's words for experiences, questions, borrowing and digests."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.trail import register_words

VERBS = {
    "learning.write": _("wrote up an experience"),
    "learning.change_experience": _("changed an experience"),
    "learning.publish": _("published an experience"),
    "learning.withdraw": _("withdrew an experience"),
    "learning.take_from_report": _("took an experience from a report"),
    "learning.ask": _("asked a question"),
    "learning.answer": _("answered a question"),
    "learning.mark_helped": _("marked an answer as helpful"),
    "learning.settle": _("settled a question"),
    "learning.reopen_question": _("asked a question again"),
    "learning.set_topic": _("set a question's topic"),
    "learning.adopt": _("began to borrow"),
    "learning.report_result": _("reported what borrowing brought"),
    "learning.adoption_contact": _("got in contact about borrowing"),
    "learning.adoption_try": _("began to try what was borrowed"),
    "learning.adoption_adopt": _("adopted what was borrowed"),
    "learning.adoption_drop": _("gave up borrowing"),
    "learning.adoption_resume": _("took borrowing up again"),
    "learning.decide_record": _("decided about a record"),
    "learning.undo_decision": _("took a decision about a record back"),
    "learning.start_digest": _("began a digest"),
    "learning.save_digest": _("saved a digest"),
    "learning.share_digest": _("shared a digest"),
    "learning.note_share": _("noted where a digest was shared"),
    "learning.end_digest_link": _("closed a digest's link"),
}
THINGS = {
    "learning.digest": _("digest"),
    "learning.sharenote": _("note on sharing"),
    "learning.experience": _("experience"),
    "learning.adoption": _("borrowing"),
    "learning.question": _("question"),
    "learning.answer": _("answer"),
}
FIELDS = {
    "records": _("records"),
    "record": _("record"),
    "borrowings": _("borrowings"),
    "answer": _("answer"),
    "helped": _("helped"),
    "outcome": _("outcome"),
    "result": _("result"),
    "topic": _("topic"),
    "expires": _("valid until"),
    "where": _("where"),
    "reached": _("reached"),
}
register_words(verbs=VERBS, things=THINGS, fields=FIELDS)
