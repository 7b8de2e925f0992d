"""Addresses of the host's checklist."""

from django.urls import path

from yixian.web.meetings.views import checklist
from yixian.web.shared.http import resource

_ITEM = "<int:pk>/checklist/<int:item>/"

urlpatterns = [
    path(
        "<int:pk>/checklist/",
        resource(get=checklist.show_checklist, post=checklist.add_item),
        name="checklist",
    ),
    path("<int:pk>/checklist/tasks/", resource(post=checklist.fill), name="checklist-tasks"),
    path(_ITEM, resource(post=checklist.tick), name="checklist-item"),
    path(f"{_ITEM}removal/", resource(post=checklist.remove_item), name="checklist-removal"),
]
