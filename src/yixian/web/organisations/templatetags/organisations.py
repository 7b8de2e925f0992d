"""Lists of this app, and choices in filters, written in one go: the engine takes too long per row."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.organisations.forms.members import TopicsForm
from yixian.web.organisations.queries.members import MemberRow

register = template.Library()


@register.simple_tag
def options(choices: Iterable[tuple[Any, Any]], chosen: Any = "") -> SafeString:
    """The choices of a select: (value, words) each, with the chosen value marked."""
    wanted = str(chosen)
    return mark_safe(
        "".join(
            f'<option value="{escape(value)}"{" selected" if value == wanted else ""}>{escape(str(words))}</option>'
            for value, words in ((str(value), words) for value, words in choices)
        )
    )


@register.simple_tag
def member_rows(rows: Sequence[MemberRow], prefix: str) -> SafeString:
    """The rows of the list of members; the page of one is at `prefix` and its number."""
    industry, subdistrict, workers, venues, gone = (
        escape(word)
        for word in (_("Industry"), _("Subdistrict"), _("Workers"), _("Venues"), _("no longer a member"))
    )
    mark = f' <span class="soft">{gone}</span>'
    return mark_safe(
        "".join(
            f'<tr><th scope="row"><a class="row-link" href="{prefix}{row.pk}/">{escape(row.short_name)}</a>'
            f'<span class="sub">{escape(row.name)}{"" if row.is_active else mark}</span></th>'
            f'<td data-label="{industry}">{escape(row.industry)}</td>'
            f'<td data-label="{subdistrict}">{escape(row.subdistrict)}</td>'
            f'<td data-label="{workers}" class="num">{"" if row.workers is None else row.workers}</td>'
            f'<td data-label="{venues}">{escape(row.venues)}</td></tr>'
            for row in rows
        )
    )


@register.simple_tag
def topic_boxes(form: TopicsForm) -> SafeString:
    """A row per topic with a box in each column: what a member can show, what it wants to learn."""
    columns = [(name, escape(str(field.label)), form.ticked(name)) for name, field in form.fields.items()]
    return mark_safe(
        "".join(
            f'<tr><th scope="row">{escape(topic.name)}</th>'
            + "".join(
                f'<td><label class="check"><input type="checkbox" name="{name}" value="{key}"'
                f"{' checked' if key in ticked else ''}>"
                f'<span class="visually-hidden">{label} {escape(topic.name)}</span></label></td>'
                for name, label, ticked in columns
            )
            + "</tr>"
            for key, topic in form.topics.items()
        )
    )
