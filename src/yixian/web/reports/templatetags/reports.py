"""Pictures of the first page."""

from typing import Any

from django import template
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone

from yixian.web.planning.months import month_of
from yixian.web.planning.pages import PlanView

register = template.Library()


@register.inclusion_tag("planning/_ring.html")
def small_ring(page: PlanView) -> dict[str, Any]:
    """The year ring alone; its table twin stands on the plan's own page, to which the card links."""
    ring = page.rings[0]
    return {
        "page": page,
        "plan": page.plan,
        "ring": ring,
        "ring_last": ring[-1],
        "prefix": reverse("planning:plan", args=[page.plan.pk]) + "months/",
        "now": month_of(timezone.localdate()),
        "sprite": static("vendor/icons/icons.svg"),
    }
