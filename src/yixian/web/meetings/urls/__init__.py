"""Addresses of meetings: each subject lists its own."""

from yixian.web.meetings.urls import agenda, archive, checkin, lifecycle, minutes, notice, replies, reports

app_name = "meetings"

urlpatterns = [
    *agenda.urlpatterns,
    *archive.urlpatterns,
    *checkin.urlpatterns,
    *lifecycle.urlpatterns,
    *minutes.urlpatterns,
    *notice.urlpatterns,
    *replies.urlpatterns,
    *reports.urlpatterns,
]
