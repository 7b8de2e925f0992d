"""Template tags and filters of the components. Built in: templates need no `{% load %}`."""

from typing import Any

from django import template
from django.core.paginator import Page
from django.utils.safestring import SafeString

from yixian.web.shared import text
from yixian.web.shared.templatetags import ui_dates, ui_forms, ui_frame, ui_lists, ui_parts

register = template.Library()

for _filter in (
    ui_dates.day,
    ui_dates.day_short,
    ui_dates.month,
    ui_dates.clock,
    ui_dates.moment,
    ui_dates.span,
):
    register.filter(_filter.__name__, _filter)

for _tag in (
    text.gap,
    ui_parts.icon,
    ui_parts.state_badge,
    ui_parts.avatar,
    ui_parts.person,
    ui_parts.stat,
    ui_parts.tally,
    ui_parts.parts_bar,
    ui_forms.field,
    ui_forms.error_summary,
    ui_frame.same,
    ui_frame.side_nav,
    ui_frame.tab_bar,
    ui_frame.script_words,
):
    register.simple_tag(_tag, name=_tag.__name__)


@register.simple_tag(takes_context=True)
def sort_header(context: dict[str, Any], key: str, label: Any, numeric: bool = False) -> SafeString:
    """A sortable column head for the list of this request."""
    return ui_lists.sort_header(context["request"].GET, key, label, numeric)


@register.simple_tag(takes_context=True)
def pager(context: dict[str, Any], page: Page, whole: bool = True) -> SafeString:
    """The pages of the list of this request; `whole`: whether it can be had on one, for printing."""
    return ui_lists.pager(context["request"].GET, page, whole=whole)


@register.simple_tag(takes_context=True)
def query_with(context: dict[str, Any], **changes: Any) -> str:
    """The present address's query with some values changed; None takes one away."""
    return ui_lists.query_with(context["request"].GET, **changes)
