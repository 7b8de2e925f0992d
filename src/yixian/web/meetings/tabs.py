"""The tabs of a meeting that this app brings itself."""

from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.sections import Section, register

register(
    Section("overview", _("Overview"), "meetings:detail", "meetings.see", 10),
)
