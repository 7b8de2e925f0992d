"""Addresses of the first page, figures and search."""

from django.urls import path

from yixian.web.reports.views import figures, home, search
from yixian.web.shared.http import resource

app_name = "reports"

urlpatterns = [
    path("", resource(get=home.show_home), name="home"),
    path("figures/", resource(get=figures.show_figures), name="figures"),
    path("service-map/", resource(get=figures.show_service_map), name="service-map"),
    path("below/<int:pk>/", resource(get=figures.show_below), name="below"),
    path("search/", resource(get=search.show_search), name="search"),
]
