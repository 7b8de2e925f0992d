"""Addresses."""

from django.urls import path

from yixian.web.accounts.views import links, signin
from yixian.web.shared.http import resource

app_name = "accounts"

urlpatterns = [
    path("signin/", resource(get=signin.show_sign_in, post=signin.sign_in), name="signin"),
    path("signout/", resource(post=signin.sign_out), name="signout"),
    path("links/<str:token>/", resource(get=links.show_link, post=links.enter), name="link"),
    path("links/<str:token>/request/", resource(post=links.ask_again), name="link-request"),
]
