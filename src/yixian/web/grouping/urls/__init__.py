"""Addresses of groups and their rotation: each subject lists its own."""

app_name = "grouping"

urlpatterns: list = []
