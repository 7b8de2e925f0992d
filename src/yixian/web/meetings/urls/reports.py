"""Addresses of the three paragraphs."""

from django.urls import path

from yixian.web.meetings.views import reports
from yixian.web.shared.http import resource

urlpatterns = [
    path("<int:pk>/report/", resource(get=reports.show_report, post=reports.hand_in), name="report"),
    path("<int:pk>/report/draft/", resource(post=reports.save_draft), name="report-draft"),
    path("<int:pk>/report/recall/", resource(post=reports.take_back), name="report-recall"),
    path("<int:pk>/reports/", resource(get=reports.show_reports), name="reports"),
    path("<int:pk>/reports/reading/", resource(get=reports.read_reports), name="reports-reading"),
]
