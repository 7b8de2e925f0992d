"""Addresses of the first page, figures and search."""

from django.urls import path

from yixian.web.reports.views import home
from yixian.web.shared.http import resource

app_name = "reports"

urlpatterns = [
    path("", resource(get=home.show_home), name="home"),
]
