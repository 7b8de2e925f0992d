"""Tables of meetings as workbooks."""

from django.utils.translation import gettext as _

from yixian.documents.tables import table_xlsx
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.replies import ReplyRow


def replies_xlsx(meeting: Meeting, lines: list[ReplyRow]) -> bytes:
    """The rows of the replies page in the reader's language, as XLSX; phones stay masked."""
    columns = [
        _("Member"), _("Invited"), _("Post"), _("Answer"), _("Who comes"), _("Post"), _("Reason"),
        _("Answered"), _("Sent"), _("Opened"), _("Reminded"),
    ]  # fmt: skip
    rows = [
        (
            row.member, row.invited, row.invited_post, row.answer_words, row.attendee, row.attendee_post,
            row.reason, row.answered, row.sent, row.opened, row.reminded,
        )
        for row in lines
    ]  # fmt: skip
    heading = _("Replies")
    return table_xlsx(f"{heading} {meeting.title}", columns, rows)
