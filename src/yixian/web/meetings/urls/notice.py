"""Addresses of the notice and of sending it."""

from django.urls import path

from yixian.web.meetings.views import notice
from yixian.web.shared.http import resource

urlpatterns = [
    path("<int:pk>/notice/", resource(get=notice.show_notice, post=notice.announce), name="notice"),
    path("<int:pk>/notice/greeting/", resource(post=notice.save_greeting), name="greeting"),
    path("<int:pk>/invitations/links/", resource(post=notice.make_links), name="links"),
    path("<int:pk>/invitations/reminders/", resource(post=notice.remind), name="reminders"),
    path("<int:pk>/invitations/sent/", resource(post=notice.mark_sent), name="sent"),
    path(
        "<int:pk>/invitations/<int:invitation>/link/", resource(post=notice.make_link), name="invitation-link"
    ),
]
