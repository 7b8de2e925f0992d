"""Addresses of reports read into history."""

from django.urls import path

from yixian.web.meetings.views import archive
from yixian.web.shared.http import resource

urlpatterns = [
    path("archive/", resource(get=archive.show_drafts), name="archive"),
    path("archive/new/", resource(get=archive.show_new, post=archive.read_in), name="archive-new"),
    path("archive/<int:pk>/", resource(get=archive.show_draft, post=archive.accept), name="archive-draft"),
    path("archive/<int:pk>/dropping/", resource(post=archive.drop), name="archive-drop"),
]
