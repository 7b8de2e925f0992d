"""Addresses of the minutes, and the tab that leads to them."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from yixian.web.meetings.models import Meeting
from yixian.web.meetings.rules.minutes import HELD
from yixian.web.meetings.sections import Section, register
from yixian.web.meetings.views import minutes
from yixian.web.shared.http import resource


def _is_held(meeting: Meeting) -> bool:
    return meeting.state in HELD


register(Section("minutes", _("Minutes"), "meetings:minutes", "meetings.see_minutes", 85, when=_is_held))

urlpatterns = [
    path("<int:pk>/minutes/", resource(get=minutes.show_minutes), name="minutes"),
    path("<int:pk>/minutes.docx", resource(get=minutes.download_minutes), name="minutes-docx"),
    path("<int:pk>/minutes/draft/", resource(post=minutes.draft_minutes), name="minutes-draft"),
    path(
        "<int:pk>/minutes/text/", resource(get=minutes.show_text, post=minutes.save_text), name="minutes-text"
    ),
    path("<int:pk>/minutes/publication/", resource(post=minutes.publish_minutes), name="minutes-publication"),
    path("<int:pk>/minutes/withdrawal/", resource(post=minutes.withdraw_minutes), name="minutes-withdrawal"),
]
