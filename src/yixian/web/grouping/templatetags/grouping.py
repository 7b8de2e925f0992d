"""The cards of the board, written in one go: forty people are too many for a template's loop."""

from html import escape

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.grouping.queries.board import BoardPage, Card, Seat
from yixian.web.grouping.queries.year import YearPage, YearRow
from yixian.web.shared.templatetags.ui_parts import icon
from yixian.web.shared.writing import escaped

register = template.Library()
SERIES = 6


@register.filter
def series(number: int) -> str:
    """The colour of a group: six, then grey; the number itself tells groups apart."""
    return str(number) if number <= SERIES else "rest"


@register.simple_tag
def group_mark(number: int) -> SafeString:
    """A group's mark: its number on its colour."""
    return mark_safe(f'<span class="group-mark bg-{series(number)}" aria-hidden="true">{int(number)}</span>')


@register.simple_tag
def board_cards(page: BoardPage) -> SafeString:
    """Every group with its people, and before them who has no group yet."""
    prefix = reverse("grouping:board", args=[page.meeting.pk])
    cards: list[str] = [_card(page, card, prefix) for card in page.cards]
    if page.waiting:
        cards.insert(0, _waiting(page, prefix))
    return mark_safe("".join(cards))


def _waiting(page: BoardPage, prefix: str) -> SafeString:
    return format_html(
        '<section class="group-card group-waiting" aria-labelledby="group-0">'
        '<div class="group-head"><h2 id="group-0">{}</h2><span class="num">{}</span></div>'
        '<ul class="seats">{}</ul></section>',
        _("No group yet"),
        len(page.waiting),
        _seats(page, page.waiting, prefix),
    )


def _card(page: BoardPage, card: Card, prefix: str) -> str:
    """One group; its words stand in the page many times, so everything is put together as plain text."""
    pk, (name, guide) = card.group.pk, escaped(card.name, _guide(card.group.guide))
    lock = icon("lock-fill", _("left as it is")) if card.group.is_locked else ""
    return (
        f'<section class="group-card{" is-mine" if card.is_mine else ""}" data-group="{pk}" data-name="{name}"'
        f' aria-labelledby="group-{pk}"><div class="group-head">{group_mark(card.group.number)}'
        f'<h2 id="group-{pk}">{name}</h2>{lock}<span class="num group-size">{len(card.seats)}</span>'
        f"{_pencil(f'{prefix}{pk}/', name) if page.can_arrange else ''}</div>"
        f"{_lead(guide) if guide else ''}"
        f'<ul class="seats">{_seats(page, card.seats, prefix)}</ul>{_foot(card) if page.sees_draft else ""}</section>'
    )


def _pencil(address: str, name: str) -> str:
    """The way to leader and guide; the name of the group is safe."""
    words = f"{escape(_('Leader and guide'))}: {name}"
    return (
        f'<a class="btn btn-icon btn-sm no-print" href="{address}" aria-label="{words}">{icon("pencil")}</a>'
    )


def _guide(name: str) -> str:
    return _("Guide: %(name)s") % {"name": name} if name else ""


def _lead(guide: str) -> str:
    return f'<p class="group-guide">{icon("signpost-2")}{guide}</p>'


def _foot(card: Card) -> str:
    """What the group comes to, for whoever arranges."""
    anew = escape(_("pairs meeting anew: %(number)s") % {"number": card.new})
    met = escape(_("met before: %(number)s") % {"number": card.again})
    amber = ' class="amber"' if card.again else ""
    return f'<p class="group-foot"><span>{anew}</span><span{amber}>{met}</span></p>'


def _seats(page: BoardPage, seats: list[Seat], prefix: str) -> SafeString:
    """The people of a card, as plain text with everything escaped once: forty calls of a helper take long."""
    lead_words, office, late = map(escape, (_("leader"), _("federation office"), _("not here yet")))
    absent, met = f'<span class="seat-note">{late}</span>', escape(_("met before in this group: %(number)s"))
    leads = f'<span class="seat-lead">{lead_words}</span>'
    lock = icon("lock-fill", _("locked")) if any(seat.is_locked for seat in seats) else ""
    rows = []
    for seat in seats:
        name, unit = escaped(seat.guest.name, seat.guest.unit_name)
        signs = f"{leads if seat.is_leader else ''}{lock if seat.is_locked else ''}"
        text = f'<span class="seat-name">{name}{signs}</span><span class="seat-unit">{unit or office}</span>'
        if not page.sees_draft:
            rows.append(f'<li class="seat{" is-mine" if seat.is_mine else ""}">{text}</li>')
            continue
        pk, kind = seat.guest.pk, " is-locked" if seat.is_locked else ""
        rows.append(
            f'<li><a class="seat{kind}" href="{prefix}people/{pk}/" data-person="{pk}" data-met="{seat.met}">'
            f"{text}{absent if page.is_day and not seat.guest.arrived else ''}{_again(seat, met)}</a></li>"
        )
    return mark_safe("".join(rows))


def _again(seat: Seat, met: str) -> str:
    """Sitting with people met before."""
    if not seat.again:
        return ""
    return f'<span class="seat-again" title="{met % {"number": seat.again}}">×{seat.again}</span>'


@register.simple_tag
def card_people(seats: list[Seat]) -> SafeString:
    """The people of a group as a list to print."""
    leader, office = escape(_("leader")), escape(_("federation office"))
    leads = f' <span class="seat-lead">{leader}</span>'
    rows = []
    for seat in seats:
        name, unit = escaped(seat.guest.name, seat.guest.unit_name)
        rows.append(
            f"<li><strong>{name}</strong>{leads if seat.is_leader else ''} <span>{unit or office}</span></li>"
        )
    return mark_safe(f"<ul>{''.join(rows)}</ul>")


def _names(row: YearRow, comma: str, more: str) -> str:
    """Some who were not met yet, and how many more there are."""
    names = comma.join(row.missing)
    return more % {"names": names, "number": row.more} if row.more else names or "—"


@register.simple_tag
def year_rows(page: YearPage) -> SafeString:
    """The rows of the year's table."""
    met, meetings, missing = (escape(each) for each in (_("Met"), _("Meetings attended"), _("Not met yet")))
    comma = _(", ")
    more = _("%(names)s and %(number)s more")
    lines = [
        f'<tr><th scope="row">{escape(row.name)}</th><td class="num" data-label="{met}">{row.met} / {row.of}</td>'
        f'<td class="num" data-label="{meetings}">{row.meetings}</td>'
        f'<td data-label="{missing}">{escape(_names(row, comma, more))}</td></tr>'
        for row in page.rows
    ]
    return mark_safe("".join(lines))
