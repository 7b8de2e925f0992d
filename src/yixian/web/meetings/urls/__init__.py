"""Addresses of meetings: each subject lists its own."""

from yixian.web.meetings.urls import (
    agenda,
    archive,
    ballots,
    checkin,
    checklist,
    lifecycle,
    minutes,
    notice,
    replies,
    reports,
    tour,
)

app_name = "meetings"

urlpatterns = [
    *agenda.urlpatterns,
    *archive.urlpatterns,
    *ballots.urlpatterns,
    *checkin.urlpatterns,
    *lifecycle.urlpatterns,
    *minutes.urlpatterns,
    *notice.urlpatterns,
    *replies.urlpatterns,
    *reports.urlpatterns,
    *checklist.urlpatterns,
    *tour.urlpatterns,
]
