"""Addresses of the groups of a meeting."""

from django.urls import path

from yixian.web.grouping.views import groups, preparing
from yixian.web.shared.http import resource

_PERSON = "<int:pk>/groups/people/<int:person>/"

urlpatterns = [
    path("year/", resource(get=preparing.show_year), name="year"),
    path("<int:pk>/groups/", resource(get=groups.show_board), name="board"),
    path("<int:pk>/groups/mine/", resource(get=preparing.show_mine), name="mine"),
    path("<int:pk>/groups/cards/", resource(get=preparing.show_cards), name="cards"),
    path("<int:pk>/groups/division/", resource(post=groups.divide), name="division"),
    path("<int:pk>/groups/division/status/", resource(get=groups.show_status), name="division-status"),
    path("<int:pk>/groups/division/removal/", resource(post=groups.undo_division), name="division-removal"),
    path("<int:pk>/groups/arrivals/", resource(post=groups.place_late), name="arrivals"),
    path("<int:pk>/groups/places/", resource(post=groups.move), name="places"),
    path(_PERSON, resource(get=groups.show_person), name="person"),
    path(f"{_PERSON}lock/", resource(post=groups.lock), name="lock"),
    path(f"{_PERSON}removal/", resource(post=groups.take_out), name="place-removal"),
    path(
        "<int:pk>/groups/wishes/",
        resource(get=preparing.show_wishes, post=preparing.add_wish),
        name="wishes",
    ),
    path(
        "<int:pk>/groups/wishes/<int:wish>/removal/",
        resource(post=preparing.remove_wish),
        name="wish-removal",
    ),
    path("<int:pk>/groups/publication/", resource(post=preparing.publish), name="publication"),
    path(
        "<int:pk>/groups/publication/removal/", resource(post=preparing.withdraw), name="publication-removal"
    ),
    path(
        "<int:pk>/groups/<int:group>/",
        resource(get=preparing.show_group, post=preparing.change_group),
        name="group",
    ),
]
