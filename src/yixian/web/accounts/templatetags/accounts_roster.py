"""The long tables of a dry run, written in one go: the engine takes too long per row."""

from collections.abc import Sequence
from html import escape
from typing import Any

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.accounts.queries.roster import Change, Row

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
    return mark_safe(
        "".join(
            f'<tr class="{kinds[each["level"]][0]}"><td>{escape(each["sentence"])}</td>'
            f'<td data-label="{row}" class="num">{each["row"] or file}</td>'
            f'<td data-label="{column}">{escape(each["column"] or "–")}</td><td>{kinds[each["level"]][1]}</td></tr>'
            for each in problems
        )
    )


@register.simple_tag
def roster_units(units: Sequence[Row]) -> SafeString:
    """The rows of the table of units, with what happens to the people and venues of each."""
    row, do, new, changed, same = map(
        escape, (_("Row"), _("What happens"), _("new"), _("changed"), _("as it is"))
    )
    words = {
        "add": f'<span class="green strong">{new}</span>',
        "change": f'<span class="amber strong">{changed}</span>',
        "same": f'<span class="soft">{same}</span>',
    }
    draw = _Details()
    return mark_safe(
        "".join(
            f'<tr><th scope="row">{escape(unit.name)}</th><td data-label="{row}" class="num nowrap">{unit.row}</td>'
            f'<td data-label="{do}" class="nowrap">{words[unit.do]}</td><td>{draw.unit(unit)}</td></tr>'
            for unit in units
        )
    )


class _Details:
    """The last cell of a unit; its words are looked up once."""

    def __init__(self) -> None:
        self.new, self.empty = escape(_("new")), escape(_("empty"))
        self.left = escape(_("not in the file, stays:"))

    def unit(self, unit: Row) -> str:
        """The unit's own values or changes, then a line per person and venue."""
        own = f'<dl class="pairs">{"".join(map(self._pair, unit.changes))}</dl>' if unit.changes else ""
        lines = [self._part(part) for part in unit.parts]
        if unit.left:
            lines.append(f'<span class="soft">{self.left} {escape(unit.left)}</span>')
        return own + (f'<ul class="roster-parts">{_items(lines)}</ul>' if lines else "")

    def _part(self, part: Row) -> str:
        """A person or a venue."""
        name = f"<strong>{escape(part.name)}</strong>"
        if part.do == "add":
            values = "".join(f"<span>{escape(change.new)}</span>" for change in part.changes)
            return f'{name}<span class="green">{self.new}</span>{values}'
        return f'{name}<dl class="pairs">{"".join(map(self._pair, part.changes))}</dl>'

    def _pair(self, change: Change) -> str:
        """A value, or the old and the new one when something stood there or was wiped out."""
        if change.new and not change.old:
            shown = escape(change.new)
        else:
            shown = f"<del>{escape(change.old)}</del> → <ins>{escape(change.new) or self.empty}</ins>"
        return f"<div><dt>{escape(change.name)}</dt><dd>{shown}</dd></div>"


def _items(lines: Sequence[str]) -> str:
    return "".join(f"<li>{line}</li>" for line in lines)
