"""Addresses of the tour and its stations."""

from django.urls import path

from yixian.web.meetings.views import tour
from yixian.web.shared.http import resource

_STATION = "<int:pk>/tour/stations/<int:station>/"

urlpatterns = [
    path("<int:pk>/tour/", resource(get=tour.show_tour), name="tour"),
    path("<int:pk>/tour/texts/", resource(get=tour.show_texts, post=tour.save_texts), name="tour-texts"),
    path("<int:pk>/tour/copy/", resource(post=tour.copy), name="tour-copy"),
    path("<int:pk>/tour/order/", resource(post=tour.order), name="tour-order"),
    path(
        "<int:pk>/tour/stations/", resource(get=tour.show_new_station, post=tour.add_station), name="stations"
    ),
    path(_STATION, resource(get=tour.show_station, post=tour.change_station), name="station"),
    path(f"{_STATION}place/", resource(post=tour.move_station), name="station-place"),
    path(f"{_STATION}removal/", resource(post=tour.remove_station), name="station-removal"),
]
