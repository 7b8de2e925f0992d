"""The cards of the board, written in one go: forty people are too many for a template's loop."""

from dataclasses import dataclass
from html import escape

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.grouping.queries.board import BoardPage, Card, Seat
from yixian.web.grouping.queries.year import YearPage, YearRow
from yixian.web.shared.templatetags.ui_parts import icon
from yixian.web.shared.writing import escaped, escaped_words

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


@dataclass(frozen=True)
class Drawing:
    """A board being drawn: where its addresses begin, and its words, looked up once for all cards, as HTML."""

    page: BoardPage
    prefix: str
    words: dict[str, str]


def _words() -> dict[str, str]:
    return escaped_words(
        guide=_("Guide: %(name)s"),
        pencil=_("Leader and guide"),
        anew=_("pairs meeting anew: %(number)s"),
        again=_("met before: %(number)s"),
        leader=_("leader"),
        office=_("federation office"),
        late=_("not here yet"),
        met=_("met before in this group: %(number)s"),
    )


@register.simple_tag
def board_cards(page: BoardPage) -> SafeString:
    """Every group with its people, and before them who has no group yet."""
    drawing = Drawing(page, reverse("grouping:board", args=[page.meeting.pk]), _words())
    cards: list[str] = [_card(drawing, card) for card in page.cards]
    if page.waiting:
        cards.insert(0, _waiting(drawing))
    return mark_safe("".join(cards))


def _waiting(drawing: Drawing) -> SafeString:
    return format_html(
        '<section class="group-card group-waiting" aria-labelledby="group-0">'
        '<div class="group-head"><h2 id="group-0">{}</h2><span class="num">{}</span></div>'
        '<ul class="seats">{}</ul></section>',
        _("No group yet"),
        len(drawing.page.waiting),
        _seats(drawing, drawing.page.waiting),
    )


def _card(drawing: Drawing, card: Card) -> str:
    """One group, put together as plain text: forty calls of a helper take long."""
    page, pk, (name, guide) = drawing.page, card.group.pk, escaped(card.name, card.group.guide)
    lock = icon("lock-fill", _("left as it is")) if card.group.is_locked else ""
    return (
        f'<section class="group-card{" is-mine" if card.is_mine else ""}" data-group="{pk}" data-name="{name}"'
        f' aria-labelledby="group-{pk}"><div class="group-head">{group_mark(card.group.number)}'
        f'<h2 id="group-{pk}">{name}</h2>{lock}<span class="num group-size">{len(card.seats)}</span>'
        f"{_pencil(drawing, pk, name) if page.can_arrange else ''}</div>{_lead(drawing, guide) if guide else ''}"
        f'<ul class="seats">{_seats(drawing, card.seats)}</ul>{_foot(drawing, card) if page.sees_draft else ""}'
        "</section>"
    )


def _pencil(drawing: Drawing, pk: int, name: str) -> str:
    """The way to leader and guide; the name of the group is safe."""
    words = f"{drawing.words['pencil']}: {name}"
    return (
        f'<a class="btn btn-icon btn-sm no-print" href="{drawing.prefix}{pk}/" aria-label="{words}">'
        f"{icon('pencil')}</a>"
    )


def _lead(drawing: Drawing, guide: str) -> str:
    return f'<p class="group-guide">{icon("signpost-2")}{drawing.words["guide"] % {"name": guide}}</p>'


def _foot(drawing: Drawing, card: Card) -> str:
    """What the group comes to, for whoever arranges."""
    anew, again = (
        drawing.words["anew"] % {"number": card.new},
        drawing.words["again"] % {"number": card.again},
    )
    amber = ' class="amber"' if card.again else ""
    return f'<p class="group-foot"><span>{anew}</span><span{amber}>{again}</span></p>'


def _seats(drawing: Drawing, seats: list[Seat]) -> str:
    """The people of a card."""
    words, page = drawing.words, drawing.page
    absent = f'<span class="seat-note">{words["late"]}</span>'
    leads = f'<span class="seat-lead">{words["leader"]}</span>'
    lock = icon("lock-fill", _("locked")) if any(seat.is_locked for seat in seats) else ""
    names = escaped(*[seat.guest.name for seat in seats])
    units = escaped(*[seat.guest.unit_name for seat in seats])
    rows = []
    for seat, name, unit in zip(seats, names, units, strict=True):
        signs = f"{leads if seat.is_leader else ''}{lock if seat.is_locked else ''}"
        unit = unit or words["office"]
        text = f'<span class="seat-name">{name}{signs}</span><span class="seat-unit">{unit}</span>'
        if not page.sees_draft:
            rows.append(f'<li class="seat{" is-mine" if seat.is_mine else ""}">{text}</li>')
            continue
        pk, kind = seat.guest.pk, " is-locked" if seat.is_locked else ""
        rows.append(
            f'<li><a class="seat{kind}" href="{drawing.prefix}people/{pk}/" data-person="{pk}" data-met="{seat.met}">'
            f"{text}{absent if page.is_day and not seat.guest.arrived else ''}"
            f"{_again(seat, words['met']) if seat.again else ''}</a></li>"
        )
    return mark_safe("".join(rows))


def _again(seat: Seat, met: str) -> str:
    """Sitting with people met before."""
    return f'<span class="seat-again" title="{met % {"number": seat.again}}">×{seat.again}</span>'


@register.simple_tag
def card_people(seats: list[Seat]) -> SafeString:
    """The people of a group as a list to print."""
    leader, office = escape(_("leader")), escape(_("federation office"))
    leads = f' <span class="seat-lead">{leader}</span>'
    names = escaped(*[seat.guest.name for seat in seats])
    units = escaped(*[seat.guest.unit_name for seat in seats])
    rows = [
        f"<li><strong>{name}</strong>{leads if seat.is_leader else ''} <span>{unit or office}</span></li>"
        for seat, name, unit in zip(seats, names, units, strict=True)
    ]
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
