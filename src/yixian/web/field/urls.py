"""Addresses of the phone's pages and of the door."""

from django.urls import path

from yixian.web.field.views import door, screens, shell
from yixian.web.shared.http import resource

app_name = "field"

urlpatterns = [
    path("", resource(get=screens.show_home), name="home"),
    path("record/", resource(get=screens.show_capture, post=screens.keep_capture), name="record"),
    path("votes/", resource(post=screens.keep_vote), name="votes"),
    path("mine/", resource(get=screens.show_mine), name="mine"),
    path("items/", resource(post=door.take_items), name="items"),
    path("photos/<uuid:client_id>/", resource(put=door.take_photo), name="photo"),
    path("worker.js", resource(get=shell.show_worker), name="worker"),
    path("status/", resource(get=door.show_status), name="status"),
]
