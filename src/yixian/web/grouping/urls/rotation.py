"""Addresses of the timetable, the floor plan and the clock of the walk."""

from django.urls import path

from yixian.web.grouping.views import clock, floor, rotation
from yixian.web.shared.http import resource

_AT = "<int:pk>/rotation/"

urlpatterns = [
    path(_AT, resource(get=rotation.show_timetable, post=rotation.ask), name="rotation"),
    path(f"{_AT}status/", resource(get=rotation.show_status), name="rotation-status"),
    path(f"{_AT}removal/", resource(post=rotation.stop), name="rotation-removal"),
    path(f"{_AT}terms/", resource(get=rotation.show_terms, post=rotation.change_terms), name="terms"),
    path(f"{_AT}cards/", resource(get=rotation.show_cards), name="route-cards"),
    path(f"{_AT}publication/", resource(post=rotation.publish), name="timetable-publication"),
    path(
        f"{_AT}publication/removal/", resource(post=rotation.withdraw), name="timetable-publication-removal"
    ),
    path(f"{_AT}plan/", resource(get=floor.show_floor), name="floor"),
    path(
        f"{_AT}plan/picture/", resource(get=floor.show_picture, post=floor.keep_picture), name="floor-picture"
    ),
    path(f"{_AT}plan/picture/removal/", resource(post=floor.remove_picture), name="floor-picture-removal"),
    path(f"{_AT}plan/meeting-point/", resource(post=floor.place_meeting_point), name="meeting-point"),
    path(f"{_AT}plan/stations/<int:station>/", resource(post=floor.place_station), name="spot"),
    path(f"{_AT}clock/", resource(get=clock.show_clock), name="clock"),
    path(f"{_AT}clock/beginning/", resource(post=clock.begin), name="beginning"),
    path(f"{_AT}clock/beginning/removal/", resource(post=clock.take_back), name="beginning-removal"),
    path(f"{_AT}clock/visits/<int:visit>/delay/", resource(post=clock.run_over), name="delay"),
    path(f"{_AT}clock/delays/<int:delay>/removal/", resource(post=clock.undo_delay), name="delay-removal"),
]
