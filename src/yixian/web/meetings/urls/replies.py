"""Addresses of answers: a member's own, one that the office looks after, and the table of all."""

from django.urls import path

from yixian.web.meetings.views import replies
from yixian.web.shared.http import resource

_show = resource(get=replies.show_reply, post=replies.come)
_delegate = resource(get=replies.ask_delegate, post=replies.send_delegate)
_delegate_link = resource(post=replies.renew_delegate_link)
_apology = resource(get=replies.ask_reason, post=replies.apologise)
_FOR = "<int:pk>/invitations/<int:invitation>/reply/"

urlpatterns = [
    path("<int:pk>/replies/", resource(get=replies.show_replies), name="replies"),
    path("<int:pk>/replies.xlsx", resource(get=replies.export_replies), name="replies-file"),
    path("<int:pk>/reply/", _show, name="reply"),
    path("<int:pk>/reply/delegate/", _delegate, name="reply-delegate"),
    path("<int:pk>/reply/delegate/link/", _delegate_link, name="reply-delegate-link"),
    path("<int:pk>/reply/apology/", _apology, name="reply-apology"),
    path(_FOR, _show, name="reply-for"),
    path(f"{_FOR}delegate/", _delegate, name="reply-for-delegate"),
    path(f"{_FOR}delegate/link/", _delegate_link, name="reply-for-delegate-link"),
    path(f"{_FOR}apology/", _apology, name="reply-for-apology"),
]
