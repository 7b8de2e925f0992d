"""Addresses of check-in, the desk and the wall."""

from django.urls import path

from yixian.web.meetings import desk_tab  # noqa: F401
from yixian.web.meetings.views import checkin, wall
from yixian.web.shared.http import resource

urlpatterns = [
    path("check-in/", resource(get=checkin.enter_code), name="check-in-code"),
    path("<int:pk>/check-in/", resource(get=checkin.show_check_in, post=checkin.check_in), name="check-in"),
    path("<int:pk>/check-in/name/", resource(post=checkin.find_name), name="check-in-name"),
    path("<int:pk>/desk/", resource(get=checkin.show_desk), name="desk"),
    path(
        "<int:pk>/desk/walk-in/",
        resource(get=checkin.show_walk_in, post=checkin.keep_walk_in),
        name="walk-in",
    ),
    path("<int:pk>/desk/<int:person_pk>/arrival/", resource(post=checkin.record_arrival), name="arrival"),
    path(
        "<int:pk>/desk/<int:person_pk>/reversal/",
        resource(post=checkin.take_back_arrival),
        name="arrival-reversal",
    ),
    path("<int:pk>/wall/", resource(get=wall.show_wall), name="wall"),
    path("<int:pk>/wall/live/", resource(get=wall.show_live), name="wall-live"),
]
