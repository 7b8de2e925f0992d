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
    row, column, file = escape(_("Row")), escape(_("Column")), escape(_("whole file"))
    kinds = {
        "error": ("is-late", f'<span class="red strong">{escape(_("Error"))}</span>'),
        "notice": ("is-waiting", f'<span class="amber">{escape(_("to check"))}</span>'),
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
    row, do = escape(_("Row")), escape(_("What happens"))
    words = {
        "add": f'<span class="green strong">{escape(_("new"))}</span>',
        "change": f'<span class="amber strong">{escape(_("changed"))}</span>',
        "same": f'<span class="soft">{escape(_("as it is"))}</span>',
    }
    draw = _Details()
    return mark_safe(
        "".join(
            f'<tr><th scope="row">{escape(unit.name)}</th><td data-label="{row}" class="num">{unit.row}</td>'
            f'<td data-label="{do}">{words[unit.do]}</td><td>{draw.unit(unit)}</td></tr>'
            for unit in units
        )
    )


class _Details:
    """The last cell of a unit; its words are looked up once."""

    def __init__(self) -> None:
        self.new, self.empty = escape(_("new")), escape(_("empty"))
        self.left = escape(_("not in the file, stays:"))
        self.comma = escape(_(", "))

    def unit(self, unit: Row) -> str:
        """A line for the unit itself or for each of its changes, then a line per person and venue."""
        if unit.do == "add":
            own = [self.comma.join(f"{escape(c.name)} {escape(c.new)}" for c in unit.changes)]
        else:
            own = [self._change(c) for c in unit.changes]
        lines = [line for line in (*own, *map(self._part, unit.parts)) if line]
        if unit.left:
            lines.append(f"{self.left} {escape(unit.left)}")
        return "".join(f'<span class="sub">{line}</span>' for line in lines)

    def _part(self, part: Row) -> str:
        """A person or a venue."""
        if part.do == "add":
            values = self.comma.join(escape(c.new) for c in part.changes)
            return f'<strong>{escape(part.name)}</strong> <span class="green">{self.new}</span> {values}'
        return f"<strong>{escape(part.name)}</strong> {self.comma.join(map(self._change, part.changes))}"

    def _change(self, change: Change) -> str:
        old = escape(change.old) or self.empty
        return f"{escape(change.name)}: <del>{old}</del> → <ins>{escape(change.new)}</ins>"
