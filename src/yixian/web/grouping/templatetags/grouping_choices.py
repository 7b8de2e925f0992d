"""The groups that somebody could be in, written in one go: fifteen with ten words each are long work for a template."""

from html import escape
from typing import Any

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from yixian.web.grouping.queries.person import Choice, PersonPage
from yixian.web.grouping.templatetags.grouping import group_mark
from yixian.web.shared.writing import escaped_words, token_field

register = template.Library()


@register.simple_tag(takes_context=True)
def place_choices(context: dict[str, Any], page: PersonPage) -> SafeString:
    """Each group with what this person would find there, and the button that moves them."""
    words = escaped_words(
        move=_("Move here"), here=_("here now"), new=_("met anew"), again=_("met before"),
        helps=_("can help with a wanted topic"), people=_("people"), comma=_(", "),
        against=_("Not kept: %(wishes)s"),
    )  # fmt: skip
    places = reverse("grouping:places", args=[page.meeting.pk])
    start = (
        f'<form method="post" action="{places}" hx-post="{places}" hx-target="#board" hx-swap="outerHTML">'
        f'{token_field(context)}<input type="hidden" name="person" value="{page.guest.pk}">'
    )
    rows = [_row(choice, words, start if page.can_arrange else "") for choice in page.choices]
    return mark_safe(f'<ul class="place-choices">{"".join(rows)}</ul>')


def _row(choice: Choice, words: dict[str, str], start: str) -> str:
    name, end = escape(choice.name), ""
    if choice.is_here:
        end = f'<span class="state state-plain">{words["here"]}</span>'
    elif start:
        end = (
            f'{start}<button class="btn btn-secondary btn-sm" name="group" value="{choice.group.pk}"'
            f' aria-label="{words["move"]}: {name}">{words["move"]}</button></form>'
        )
    return (
        f'<li class="place-choice{" is-here" if choice.is_here else ""}">{group_mark(choice.group.number)}'
        f'<div><strong>{name}</strong> <span class="muted sm">{choice.size} {words["people"]}</span>'
        f'<p class="sm">{_figures(choice, words)}</p>{_against(choice, words)}</div>{end}</li>'
    )


def _against(choice: Choice, words: dict[str, str]) -> str:
    """The wishes that this place would not keep."""
    if not choice.against:
        return ""
    wishes = words["comma"].join(map(escape, choice.against))
    return f'<p class="sm amber">{words["against"] % {"wishes": wishes}}</p>'


def _figures(choice: Choice, words: dict[str, str]) -> str:
    """Whom this person would meet there."""
    amber = " amber" if choice.again else ""
    parts = [
        f'<span class="num">{choice.new}</span> {words["new"]}',
        f'<span class="num{amber}">{choice.again}</span> {words["again"]}',
    ]
    if choice.helpers:
        parts.append(f'<span class="teal"><span class="num">{choice.helpers}</span> {words["helps"]}</span>')
    return words["comma"].join(parts)
