"""Addresses of the list, one meeting, its facts and its steps."""

from django.urls import path

from yixian.web.meetings.views import lifecycle
from yixian.web.shared.http import resource

urlpatterns = [
    path("", resource(get=lifecycle.list_meetings), name="list"),
    path("new/", resource(get=lifecycle.show_new_meeting, post=lifecycle.create_meeting), name="new"),
    path("<int:pk>/", resource(get=lifecycle.show_meeting), name="detail"),
    path("<int:pk>/facts/", resource(get=lifecycle.show_facts, post=lifecycle.change_facts), name="facts"),
    path("<int:pk>/calendar.ics", resource(get=lifecycle.show_calendar), name="calendar"),
    path("<int:pk>/opening/", resource(post=lifecycle.open_meeting), name="opening"),
    path("<int:pk>/start/", resource(post=lifecycle.start_meeting), name="start"),
    path("<int:pk>/wrap-up/", resource(post=lifecycle.wrap_up_meeting), name="wrap-up"),
    path(
        "<int:pk>/closure/",
        resource(get=lifecycle.show_closure, post=lifecycle.close_meeting),
        name="closure",
    ),
    path("<int:pk>/reopening/", resource(post=lifecycle.reopen_meeting), name="reopening"),
    path(
        "<int:pk>/cancellation/",
        resource(get=lifecycle.show_cancellation, post=lifecycle.cancel_meeting),
        name="cancellation",
    ),
]
