"""Addresses."""

from django.urls import path

from yixian.web.organisations.views import federation, members, venues
from yixian.web.shared.http import resource

app_name = "organisations"

urlpatterns = [
    path("members/", resource(get=members.show_members), name="members"),
    path("members/new/", resource(get=members.show_new, post=members.add), name="member-new"),
    path("members/<int:pk>/", resource(get=members.show_member), name="member"),
    path(
        "members/<int:pk>/record/", resource(get=members.show_edit, post=members.edit), name="member-record"
    ),
    path(
        "members/<int:pk>/topics/",
        resource(get=members.show_topics, post=members.set_topics),
        name="member-topics",
    ),
    path("members/<int:pk>/venues/", resource(get=venues.show_new, post=venues.add), name="venue-new"),
    path("venues/<int:pk>/", resource(get=venues.show_venue, post=venues.edit), name="venue"),
    path("venues/<int:pk>/removal/", resource(post=venues.remove), name="venue-removal"),
    path("topics/", resource(get=federation.show_topics, post=federation.add_topic), name="topics"),
    path("topics/<int:pk>/", resource(get=federation.show_topic, post=federation.change_topic), name="topic"),
    path("topics/<int:pk>/removal/", resource(post=federation.remove_topic), name="topic-removal"),
    path(
        "federation/",
        resource(get=federation.show_settings, post=federation.change_settings),
        name="federation",
    ),
    path("subdistricts/", resource(post=federation.add_subdistrict), name="subdistricts"),
    path(
        "subdistricts/<int:pk>/",
        resource(get=federation.show_subdistrict, post=federation.change_subdistrict),
        name="subdistrict",
    ),
    path(
        "subdistricts/<int:pk>/removal/",
        resource(post=federation.remove_subdistrict),
        name="subdistrict-removal",
    ),
]
