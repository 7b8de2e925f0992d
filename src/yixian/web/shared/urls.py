"""Addresses that belong to no domain: preferences and the style guide."""

from django.urls import path

from yixian.web.shared import preferences, styleguide
from yixian.web.shared.http import resource

app_name = "shared"

urlpatterns = [
    path("preferences/", resource(post=preferences.choose), name="preferences"),
    path("styleguide/", resource(get=styleguide.show), name="styleguide"),
]
