"""Addresses of the votes of a meeting."""

from django.urls import path

from yixian.web.meetings.views import ballots
from yixian.web.shared.http import resource

_ONE = "<int:pk>/votes/<int:ballot>/"

urlpatterns = [
    path("<int:pk>/votes/", resource(get=ballots.show_ballots, post=ballots.add_ballot), name="votes"),
    path(_ONE, resource(get=ballots.show_ballot, post=ballots.change_ballot), name="vote"),
    path(f"{_ONE}opening/", resource(post=ballots.open_ballot), name="vote-opening"),
    path(f"{_ONE}closing/", resource(post=ballots.close_ballot), name="vote-closing"),
    path(f"{_ONE}showing/", resource(post=ballots.show_result), name="vote-showing"),
    path(f"{_ONE}hiding/", resource(post=ballots.hide_result), name="vote-hiding"),
    path(f"{_ONE}removal/", resource(post=ballots.remove_ballot), name="vote-removal"),
]
