"""Addresses of the experience library."""

from django.urls import path

from yixian.web.learning.views import below, experience, library
from yixian.web.shared.http import resource

urlpatterns = [
    path("", resource(get=library.show_library), name="experiences"),
    path("below/", resource(get=below.show_list), name="below"),
    path("below/<int:pk>/", resource(get=below.show_one), name="below-one"),
    path(
        "experiences/new/",
        resource(get=experience.show_new, post=experience.create),
        name="new-experience",
    ),
    path("experiences/<int:pk>/", resource(get=experience.show), name="experience"),
    path(
        "experiences/<int:pk>/text/",
        resource(get=experience.show_text, post=experience.change_text),
        name="experience-text",
    ),
    path("experiences/<int:pk>/publication/", resource(post=experience.publish), name="publish"),
    path("experiences/<int:pk>/withdrawal/", resource(post=experience.withdraw), name="withdraw"),
    path("meetings/<int:meeting_pk>/experiences/", resource(get=library.show_of_meeting), name="of-meeting"),
]
