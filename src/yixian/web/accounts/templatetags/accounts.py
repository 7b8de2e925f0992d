"""The list of people, written in one go: the engine takes too long per row."""

from collections.abc import Sequence
from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.accounts.queries.people import PersonRow

register = template.Library()


@register.simple_tag
def people_rows(rows: Sequence[PersonRow], prefix: str) -> SafeString:
    """The rows of the list of people; the page of one is at `prefix` and their number."""
    unit, post, phone, duty, closed = (
        escape(word) for word in (_("Unit"), _("Post"), _("Phone"), _("Duty"), _("closed"))
    )
    mark = f' <span class="soft">{closed}</span>'
    return mark_safe(
        "".join(
            f'<tr><th scope="row"><a class="row-link" href="{prefix}{row.pk}/">{escape(row.name)}</a></th>'
            f'<td data-label="{unit}">{escape(row.unit)}</td>'
            f'<td data-label="{post}">{escape(row.post)}</td>'
            f'<td data-label="{phone}" class="nowrap">{escape(row.masked_phone)}</td>'
            f'<td data-label="{duty}">{escape(row.duty)}{"" if row.is_active else mark}</td></tr>'
            for row in rows
        )
    )
