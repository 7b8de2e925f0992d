"""Words and pictures of year plans."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from yixian.web.planning.months import month_of
from yixian.web.planning.pages import Picture
from yixian.web.planning.queries.calendar import CalendarPage
from yixian.web.planning.states import CONFIRMATION_TONES, SWAP_TONES
from yixian.web.planning.templatetags import board_parts, curve_picture, drawing, lists, side_by_side
from yixian.web.planning.templatetags.year_sheet import year_sheet
from yixian.web.planning.words import stage_sentence

register = template.Library()
register.filter("month_words", drawing.month_words)
register.simple_tag(drawing.fair_rows)
register.simple_tag(drawing.run_rows)
register.simple_tag(drawing.move_rows)
register.simple_tag(drawing.term_rows)
register.simple_tag(drawing.solver_facts)
register.simple_tag(drawing.weight_sliders)
register.simple_tag(lists.offer_rows, takes_context=True)
register.simple_tag(lists.blackout_rows, takes_context=True)
register.simple_tag(lists.version_rows)
register.simple_tag(lists.swap_rows)
register.simple_tag(lists.confirmation_rows)
register.simple_tag(curve_picture.curve_picture)
register.simple_tag(side_by_side.curve_rows, takes_context=True)
register.simple_tag(side_by_side.pair_rows)
register.simple_tag(side_by_side.pair_terms)
register.simple_tag(board_parts.board_months)
register.simple_tag(board_parts.board_key)
register.simple_tag(board_parts.board_why)


@register.filter
def plan_tone(state: str) -> str:
    """The tone of a version's state."""
    return lists.PLAN_TONES[state]


@register.filter
def swap_tone(state: str) -> str:
    """The tone of a swap's state."""
    return SWAP_TONES[state]


@register.filter
def confirmation_tone(state: str) -> str:
    """The tone of a host's word."""
    return CONFIRMATION_TONES[state]


@register.filter
def year_of(text: str) -> str:
    """'2027-03' → '2027'."""
    return text[:4]


register.filter(stage_sentence)


@register.inclusion_tag("planning/picture.html")
def plan_picture(picture: Picture) -> dict[str, Any]:
    """The ring with its list beside it."""
    prefix = reverse("planning:plan", args=[picture.plan.pk]) + "months/"
    now = month_of(timezone.localdate())
    rings = [
        (
            drawing.ring_slices(rows, prefix, now),
            rows[0].row.month,
            rows[-1].row.month,
            sum(each.row.stage == "done" for each in rows),
            len(rows),
        )
        for rows in picture.rings
    ]
    return {
        "rings": rings,
        "rows": drawing.month_rows(picture.rows, prefix, now),
    }


@register.simple_tag
def calendar_sheet(page: CalendarPage) -> SafeString:
    """The year of a calendar page as twelve sheets."""
    return year_sheet(page.kinds, page.names, timezone.localdate())
