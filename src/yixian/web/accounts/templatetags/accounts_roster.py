"""The long tables of a dry run, written in one go: the engine takes too long per row."""

from collections.abc import Sequence
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.accounts.queries.roster import Change, Row
from yixian.web.shared.writing import Escaped

register = template.Library()


@register.simple_tag
def roster_problems(problems: Sequence[dict[str, Any]]) -> SafeString:
    """The rows of the table of what is wrong with a file."""
    words = _("Row"), _("Column"), _("whole file"), _("Error"), _("to check")
    row, column, file, error, notice = map(escape, words)
    kinds = {
        "error": ("is-late", f'<span class="red strong">{error}</span>'),
        "notice": ("is-waiting", f'<span class="amber">{notice}</span>'),
    }
    text = Escaped()
    return mark_safe(
        "".join([
            f'<tr class="{kinds[each["level"]][0]}"><td>{text[each["sentence"]]}</td>'
            f'<td data-label="{row}" class="num">{each["row"] or file}</td>'
            f'<td data-label="{column}">{text[each["column"] or "–"]}</td><td>{kinds[each["level"]][1]}</td></tr>'
            for each in problems
        ])
    )  # fmt: skip


@register.simple_tag
def roster_units(units: Sequence[Row]) -> SafeString:
    """The rows of the table of units, with what happens to the people and venues of each."""
    text = Escaped()
    row, do, new, changed, same = (
        text[word] for word in (_("Row"), _("What happens"), _("new"), _("changed"), _("as it is"))
    )
    words = {
        "add": f'<span class="green strong">{new}</span>',
        "change": f'<span class="amber strong">{changed}</span>',
        "same": f'<span class="soft">{same}</span>',
    }
    draw = _Details(text)
    return mark_safe(
        "".join([
            f'<tr><th scope="row">{text[unit.name]}</th><td data-label="{row}" class="num nowrap">{unit.row}</td>'
            f'<td data-label="{do}" class="nowrap">{words[unit.do]}</td><td>{draw.unit(unit)}</td></tr>'
            for unit in units
        ])
    )  # fmt: skip


class _Details:
    """The last cell of a unit; its words are looked up once."""

    def __init__(self, text: Escaped) -> None:
        self.text = text
        self.new, self.empty = text[_("new")], text[_("empty")]
        self.left = text[_("not in the file, stays:")]

    def unit(self, unit: Row) -> str:
        """The unit's own values or changes, then a line per person and venue."""
        lines = [f"<li>{self._part(part)}</li>" for part in unit.parts]
        if unit.left:
            lines.append(f'<li><span class="soft">{self.left} {self.text[unit.left]}</span></li>')
        own = self._pairs(unit.changes) if unit.changes else ""
        return own + (f'<ul class="roster-parts">{"".join(lines)}</ul>' if lines else "")

    def _part(self, part: Row) -> str:
        """A person or a venue."""
        text = self.text
        name = f"<strong>{text[part.name]}</strong>"
        if part.do == "add":
            values = "".join([f"<span>{text[new]}</span>" for _name, _old, new in part.changes])
            return f'{name}<span class="green">{self.new}</span>{values}'
        return name + self._pairs(part.changes)

    def _pairs(self, changes: Sequence[Change]) -> str:
        """Each value, or the old and the new one when something stood there or was wiped out."""
        text = self.text
        pairs = [
            f"<div><dt>{text[name]}</dt><dd>{text[new]}</dd></div>"
            if new and not old
            else f"<div><dt>{text[name]}</dt>"
            f"<dd><del>{text[old]}</del> → <ins>{text[new] or self.empty}</ins></dd></div>"
            for name, old, new in changes
        ]
        return f'<dl class="pairs">{"".join(pairs)}</dl>'
