"""Rows of the page on which a delegate is named, written in one go."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from yixian.web.meetings.queries.suggestion import Candidate
from yixian.web.shared.templatetags.ui_parts import state_badge

register = template.Library()


@register.simple_tag
def candidates(people: Iterable[Candidate]) -> SafeString:
    """A line for each: who, why, and the button that names them."""
    badge = format_html(" {}", state_badge(_("named now"), "good"))
    row = (
        '<li class="between"><div><a class="strong" href="{}">{}</a> <span class="soft sm">{}</span>{}'
        '<p class="soft sm">{}</p></div><button class="btn btn-secondary" name="delegate" value="{}">{}</button></li>'
    )
    return format_html_join(
        "",
        row,
        (
            (
                each.url,
                each.name,
                each.post,
                badge if each.is_named else "",
                each.reason,
                each.pk,
                _("%(name)s comes") % {"name": each.name},
            )
            for each in people
        ),
    )
