"""The list of people, written in one go: the engine takes too long per row."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.accounts.queries.people import PersonRow
from yixian.web.shared.writing import Escaped

register = template.Library()


@register.simple_tag
def people_rows(rows: Sequence[PersonRow], prefix: str) -> SafeString:
    """The rows of the list of people; the page of one is at `prefix` and their number."""
    text = Escaped()
    unit, post, phone, duty, closed = (
        text[word] for word in (_("Unit"), _("Post"), _("Phone"), _("Duty"), _("closed"))
    )
    mark = f' <span class="soft">{closed}</span>'
    return mark_safe(
        "".join([
            f'<tr><th scope="row"><a class="row-link" href="{prefix}{row.pk}/">{text[row.name]}</a></th>'
            f'<td data-label="{unit}">{text[row.unit]}</td>'
            f'<td data-label="{post}">{text[row.post]}</td>'
            f'<td data-label="{phone}" class="nowrap">{text[row.masked_phone]}</td>'
            f'<td data-label="{duty}">{text[row.duty]}{"" if row.is_active else mark}</td></tr>'
            for row in rows
        ])
    )  # fmt: skip
