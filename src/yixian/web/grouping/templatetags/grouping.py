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
    return format_html('<span class="group-mark bg-{}" aria-hidden="true">{}</span>', series(number), number)


@register.simple_tag
def board_cards(page: BoardPage) -> SafeString:
    """Every group with its people, and before them who has no group yet."""
    prefix = reverse("grouping:board", args=[page.meeting.pk])
    cards = [_card(page, card, prefix) for card in page.cards]
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


def _card(page: BoardPage, card: Card, prefix: str) -> SafeString:
    return format_html(
        '<section class="group-card{}" data-group="{}" data-name="{}" aria-labelledby="group-{}">'
        '<div class="group-head">{}<h2 id="group-{}">{}</h2>{}{}</div>{}<ul class="seats">{}</ul>{}</section>',
        " is-mine" if card.is_mine else "",
        card.group.pk,
        card.name,
        card.group.pk,
        group_mark(card.group.number),
        card.group.pk,
        card.name,
        icon("lock-fill", _("left as it is")) if card.group.is_locked else "",
        _tools(page, card, prefix),
        _lead(card),
        _seats(page, card.seats, prefix),
        _foot(page, card),
    )


def _tools(page: BoardPage, card: Card, prefix: str) -> SafeString:
    """How many, and the way to leader and guide."""
    count = format_html('<span class="num group-size">{}</span>', len(card.seats))
    if not page.can_arrange:
        return count
    return count + format_html(
        '<a class="btn btn-icon btn-sm no-print" href="{}{}/" aria-label="{}: {}">{}</a>',
        prefix,
        card.group.pk,
        _("Leader and guide"),
        card.name,
        icon("pencil"),
    )


def _lead(card: Card) -> SafeString:
    if not card.group.guide:
        return SafeString("")
    return format_html('<p class="group-guide">{}{}</p>', icon("signpost-2"), _guide(card.group.guide))


def _guide(name: str) -> str:
    return _("Guide: %(name)s") % {"name": name}


def _foot(page: BoardPage, card: Card) -> SafeString:
    """What the group comes to, for whoever arranges."""
    if not page.sees_draft:
        return SafeString("")
    return format_html(
        '<p class="group-foot"><span>{}</span><span{}>{}</span></p>',
        _("pairs meeting anew: %(number)s") % {"number": card.new},
        mark_safe(' class="amber"') if card.again else "",
        _("met before: %(number)s") % {"number": card.again},
    )


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
