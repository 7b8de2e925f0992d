"""Where this app stands in the navigation."""

from django.utils.translation import gettext_lazy as _

from yixian.web.shared.navigation import Entry, register

register(
    Entry(
        label=_("Problems"), url_name="problems:list", icon="card-checklist", policy="problems.see", order=30,
        group=_("Work"), phone=True,
    )
)  # fmt: skip
