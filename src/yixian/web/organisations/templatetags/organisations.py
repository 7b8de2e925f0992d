"""Lists of this app, and choices in filters, written in one go: the engine takes too long per row."""

from collections.abc import Sequence
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.organisations.forms.members import TopicsForm
from yixian.web.organisations.queries.choices import TopicRow
from yixian.web.organisations.queries.members import MemberRow
from yixian.web.shared.writing import Escaped, Options

register = template.Library()


@register.simple_tag
def options(choices: Options, chosen: Any = "") -> SafeString:
    """The choices of a select, with the chosen value marked."""
    return mark_safe(choices.html(str(chosen)))


@register.simple_tag
def member_rows(rows: Sequence[MemberRow], prefix: str) -> SafeString:
    """The rows of the list of members; the page of one is at `prefix` and its number."""
    text = Escaped()
    industry, subdistrict, workers, venues, gone = (
        text[word]
        for word in (_("Industry"), _("Subdistrict"), _("Workers"), _("Venues"), _("no longer a member"))
    )
    mark = f' <span class="soft">{gone}</span>'
    return mark_safe(
        "".join([
            f'<tr><th scope="row"><a class="row-link" href="{prefix}{row.pk}/">{text[row.short_name]}</a>'
            f'<span class="sub">{text[row.name]}{"" if row.is_active else mark}</span></th>'
            f'<td data-label="{industry}">{text[row.industry]}</td>'
            f'<td data-label="{subdistrict}">{text[row.subdistrict]}</td>'
            f'<td data-label="{workers}" class="num">{"" if row.workers is None else row.workers}</td>'
            f'<td data-label="{venues}">{text[row.venues]}</td></tr>'
            for row in rows
        ])
    )  # fmt: skip


@register.simple_tag
def topic_rows(rows: Sequence[TopicRow], prefix: str, members: str) -> SafeString:
    """The rows of the list of topics; each number leads to the members that show or want the topic."""
    shown, wanted = escape(_("Can show it")), escape(_("Want to learn it"))
    return mark_safe(
        "".join([
            f'<tr{" class=is-waiting" if row.wanted and not row.shown else ""}><th scope="row">'
            f'<a class="row-link" href="{prefix}{row.pk}/">{escape(row.name)}</a></th>'
            f'<td data-label="{shown}" class="num">'
            f'<a href="{members}?active=all&amp;strength={row.pk}">{row.shown}</a></td>'
            f'<td data-label="{wanted}" class="num">'
            f'<a href="{members}?active=all&amp;need={row.pk}">{row.wanted}</a></td></tr>'
            for row in rows
        ])
    )  # fmt: skip


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
