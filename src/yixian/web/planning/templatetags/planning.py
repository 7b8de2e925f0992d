"""Words and pictures of year plans."""

from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.planning.months import first_day, month_of
from yixian.web.planning.pages import PlanView
from yixian.web.shared.templatetags.ui_dates import MONTHS_EN, in_chinese, month
from yixian.web.shared.templatetags.ui_parts import state_badge

register = template.Library()

TONES = {"draft": "plan", "published": "good", "replaced": "off", "dropped": "off"}


@register.filter
def plan_tone(state: str) -> str:
    """The tone of a version's state."""
    return TONES[state]


@register.filter
def month_words(text: str) -> str:
    """'2027-03' in words of the page's language; nothing for nothing."""
    return month(first_day(text)) if text else ""


@register.filter
def month_number(text: str) -> str:
    """'2027-03' → '3月' or 'Mar', for the ring and the board."""
    number = int(text[5:])
    return f"{number}月" if in_chinese() else MONTHS_EN[number - 1][:3]


@register.filter
def year_of(text: str) -> str:
    """'2027-03' → '2027'."""
    return text[:4]


@register.inclusion_tag("planning/picture.html", takes_context=True)
def plan_picture(context: Any, page: PlanView) -> dict[str, Any]:
    """The ring with its list beside it."""
    badges = {
        "badge_done": state_badge(_("held"), "good"),
        "badge_announced": state_badge(_("announced"), "wait"),
        "badge_planned": state_badge(_("planned"), "plan"),
        "badge_empty": state_badge(_("open"), "plain"),
    }
    prefix = reverse("planning:plan", args=[page.plan.pk]) + "months/"
    sprite = static("vendor/icons/icons.svg")
    return {
        "page": page,
        "rings": page.rings,
        "prefix": prefix,
        "now": month_of(timezone.localdate()),
        "sprite": sprite,
        **badges,
    }
