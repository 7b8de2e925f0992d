"""Addresses of meetings: each subject lists its own."""

from yixian.web.meetings.urls import lifecycle

app_name = "meetings"

urlpatterns = [
    *lifecycle.urlpatterns,
]
