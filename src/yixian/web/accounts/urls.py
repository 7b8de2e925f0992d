"""Addresses."""

from django.urls import path

from yixian.web.accounts.views import links, roster, signin
from yixian.web.shared.http import resource

app_name = "accounts"

urlpatterns = [
    path("signin/", resource(get=signin.show_sign_in, post=signin.sign_in), name="signin"),
    path("signout/", resource(post=signin.sign_out), name="signout"),
    path("links/<str:token>/", resource(get=links.show_link, post=links.enter), name="link"),
    path("links/<str:token>/request/", resource(post=links.ask_again), name="link-request"),
    path("rosters/", resource(get=roster.show_rosters, post=roster.upload), name="rosters"),
    path("rosters/template/", resource(get=roster.template), name="roster-template"),
    path("rosters/export/", resource(post=roster.export), name="roster-export"),
    path("rosters/<int:pk>/", resource(get=roster.show_import), name="roster-import"),
    path("rosters/<int:pk>/acceptance/", resource(post=roster.accept), name="roster-acceptance"),
    path("rosters/<int:pk>/removal/", resource(post=roster.drop), name="roster-removal"),
]
