"""The address of somebody's learning record."""

from django.urls import path

from yixian.web.learning.views import person
from yixian.web.shared.http import resource

urlpatterns = [
    path("people/<int:pk>/", resource(get=person.show_person), name="person"),
]
