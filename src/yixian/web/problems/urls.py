"""Addresses of the problem register."""

from django.urls import path

from yixian.web.problems.views import problem, register, steps
from yixian.web.shared.http import resource

app_name = "problems"

urlpatterns = [
    path("", resource(get=register.show_register), name="list"),
    path("paper/", resource(get=register.show_paper), name="paper"),
    path("register.xlsx", resource(get=register.download_register), name="export"),
    path("meetings/<int:meeting_pk>/", resource(get=register.show_of_meeting), name="of-meeting"),
    path("new/", resource(get=register.show_new, post=register.create), name="new"),
    path("<int:pk>/", resource(get=problem.show), name="detail"),
    path(
        "<int:pk>/details/", resource(get=problem.show_details, post=problem.change_details), name="details"
    ),
    path("<int:pk>/owner/", resource(post=steps.assign), name="assign"),
    path("<int:pk>/solution/", resource(post=steps.solve), name="solve"),
    path("<int:pk>/closure/", resource(post=steps.confirm), name="confirm"),
    path("<int:pk>/objection/", resource(post=steps.send_back), name="send_back"),
    path("<int:pk>/reopening/", resource(post=steps.reopen), name="reopen"),
    path("<int:pk>/dropping/", resource(post=steps.drop), name="drop"),
    path("<int:pk>/remarks/", resource(post=steps.remark), name="remark"),
]
