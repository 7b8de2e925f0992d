"""The reports that were read in: drawn in one go, row by row in Python."""

from collections.abc import Iterable
from functools import cache

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.meetings.queries.archive_list import DraftLine
from yixian.web.shared.templatetags.ui_parts import state_badge
from yixian.web.shared.writing import escaped, escaped_words

register = template.Library()


@register.simple_tag
def draft_rows(lines: Iterable[DraftLine], prefix: str) -> SafeString:
    """The rows of the list of reports; `prefix` is the list's address."""
    words = escaped_words(state=_("State"), file=_("File"), read=_("Read in"), decided=_("Decided"))
    badge = cache(state_badge)
    return mark_safe("".join(_row(line, words, badge(line.state_words, line.tone), prefix) for line in lines))


def _row(line: DraftLine, words: dict[str, str], badge: str, prefix: str) -> str:
    title, source, read, read_by, decided, decided_by = escaped(
        line.title, line.source_name, line.read, line.read_by, line.decided or "—", line.decided_by
    )
    waiting = ' class="is-waiting"' if line.tone == "wait" else ""
    return (
        f'<tr{waiting}><th scope="row"><a class="row-link" href="{prefix}{line.pk}/">{title}</a></th>'
        f'<td data-label="{words["state"]}">{badge}</td><td data-label="{words["file"]}">{source}</td>'
        f'<td data-label="{words["read"]}">{read}<span class="sub">{read_by}</span></td>'
        f'<td data-label="{words["decided"]}">{decided}<span class="sub">{decided_by}</span></td></tr>'
    )
