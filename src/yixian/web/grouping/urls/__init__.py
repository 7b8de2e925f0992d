"""Addresses of groups and their rotation: each subject lists its own."""

from yixian.web.grouping.urls import groups, rotation

app_name = "grouping"

urlpatterns = [*groups.urlpatterns, *rotation.urlpatterns]
