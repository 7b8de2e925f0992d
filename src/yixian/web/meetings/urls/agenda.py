"""Addresses of the agenda and of the running order."""

from django.urls import path

from yixian.web.meetings.views import agenda, running
from yixian.web.shared.http import resource

_ITEM = "<int:pk>/agenda/items/<int:item>/"

urlpatterns = [
    path("<int:pk>/agenda/", resource(get=agenda.show_agenda, post=agenda.build), name="agenda"),
    path("<int:pk>/agenda/order/", resource(post=agenda.order), name="agenda-order"),
    path("<int:pk>/agenda/removed/", resource(post=agenda.restore_item), name="agenda-removed"),
    path(
        "<int:pk>/agenda/items/",
        resource(get=agenda.show_new_item, post=agenda.add_item),
        name="agenda-items",
    ),
    path(_ITEM, resource(get=agenda.show_item, post=agenda.change_item), name="agenda-item"),
    path(f"{_ITEM}place/", resource(post=agenda.move_item), name="agenda-place"),
    path(f"{_ITEM}removal/", resource(post=agenda.remove_item), name="agenda-removal"),
    path(f"{_ITEM}start/", resource(post=running.start), name="agenda-start"),
    path(f"{_ITEM}end/", resource(post=running.finish), name="agenda-end"),
    path(f"{_ITEM}reopening/", resource(post=running.reopen), name="agenda-reopening"),
    path("<int:pk>/agenda/running/", resource(get=running.show_running), name="running"),
]
