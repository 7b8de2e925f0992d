"""The entries of the audit trail, written in one go: the engine takes too long per row."""

from collections.abc import Sequence
from urllib.parse import quote

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.accounts.queries.audit_rows import Change, Row
from yixian.web.shared.writing import Escaped

register = template.Library()


@register.simple_tag
def audit_rows(rows: Sequence[Row], path: str) -> SafeString:
    """The rows of the table by day; each thing leads to everything about it, at the page's own `path`."""
    text = Escaped()
    who, when, changes, behalf = (
        text[word] for word in (_("Who"), _("When"), _("Changes"), _("on behalf of"))
    )
    lines, day = [], None
    for row in rows:
        if row.day != day:
            day = row.day
            lines.append(f'<tr class="audit-day"><th scope="rowgroup" colspan="4">{day}</th></tr>')
        other = f' <span class="sub">{behalf} {text[row.on_behalf_of]}</span>' if row.on_behalf_of else ""
        lines.append(
            f'<tr><th scope="row">{text[row.what]}<span class="sub">'
            f'<a href="{path}?thing={quote(row.thing, safe=":")}">{text[row.kind]} {text[row.label]}</a></span></th>'
            f'<td data-label="{changes}">{_changes(row.changes, text)}</td>'
            f'<td data-label="{who}">{text[row.who]}{other}</td>'
            f'<td data-label="{when}" class="num nowrap">{row.clock} '
            f'<span class="soft xs">#{row.serial}</span></td></tr>'
        )
    return mark_safe("".join(lines))


def _changes(changes: Sequence[Change], text: Escaped) -> str:
    """Every field that changed, side by side; nothing at all where nothing did, so that a card leaves it out."""
    if not changes:
        return ""
    pairs = [
        f"<div><dt>{text[name]}</dt><dd><del>{text[old]}</del> → <ins>{text[new]}</ins></dd></div>"
        if old
        else f"<div><dt>{text[name]}</dt><dd>{text[new]}</dd></div>"
        for name, old, new in changes
    ]
    return f'<dl class="pairs">{"".join(pairs)}</dl>'
