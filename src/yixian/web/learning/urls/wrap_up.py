"""Addresses of the wrap-up."""

from django.urls import path

from yixian.web.learning.views import wrap_up
from yixian.web.shared.http import resource

urlpatterns = [
    path("wrap-up/<int:meeting_pk>/", resource(get=wrap_up.show), name="wrap-up"),
    path("wrap-up/<int:meeting_pk>/records/<int:pk>/", resource(post=wrap_up.decide), name="wrap-up-record"),
]
