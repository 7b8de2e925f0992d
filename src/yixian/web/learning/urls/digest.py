"""Addresses of digests and of what a share link opens."""

from django.urls import path

from yixian.web.learning.views import digest, shared
from yixian.web.shared.http import resource

urlpatterns = [
    path("digests/", resource(get=digest.show_list), name="digests"),
    path("digests/<int:pk>/", resource(get=digest.show, post=digest.save), name="digest"),
    path(
        "digests/<int:pk>/link/", resource(post=digest.make_link, delete=digest.end_link), name="digest-link"
    ),
    path("digests/<int:pk>/link/end/", resource(post=digest.end_link), name="digest-link-end"),
    path("digests/<int:pk>/shares/", resource(post=digest.note_share), name="digest-shares"),
    path(
        "meetings/<int:meeting_pk>/digest/",
        resource(get=digest.show_of_meeting, post=digest.start),
        name="meeting-digest",
    ),
    path("shared/<str:token>/", resource(get=shared.show), name="shared"),
    path("shared/<str:token>/photos/<int:pk>/", resource(get=shared.show_photo), name="shared-photo"),
]
