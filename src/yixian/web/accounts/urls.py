"""Addresses."""

from django.urls import path

from yixian.web.accounts.views import access, audit, interests, links, own, people, roster, signin
from yixian.web.shared.http import resource

app_name = "accounts"

urlpatterns = [
    path("signin/", resource(get=signin.show_sign_in, post=signin.sign_in), name="signin"),
    path("signout/", resource(post=signin.sign_out), name="signout"),
    path("links/<str:token>/", resource(get=links.show_link, post=links.enter), name="link"),
    path("links/<str:token>/request/", resource(post=links.ask_again), name="link-request"),
    path("people/", resource(get=people.show_people), name="people"),
    path("people/new/", resource(get=people.show_new, post=people.add), name="person-new"),
    path("people/<int:pk>/", resource(get=people.show_person), name="person"),
    path("people/<int:pk>/record/", resource(get=people.show_edit, post=people.edit), name="person-record"),
    path("people/<int:pk>/phone/", resource(post=people.show_phone), name="person-phone"),
    path(
        "people/<int:pk>/access/",
        resource(get=access.show_access, post=access.set_access),
        name="person-access",
    ),
    path("people/<int:pk>/links/", resource(post=access.add_link), name="person-links"),
    path(
        "people/<int:pk>/erasure/",
        resource(get=people.show_erasure, post=people.erase),
        name="person-erasure",
    ),
    path(
        "people/<int:pk>/interests/",
        resource(get=interests.show_interests, post=interests.set_interests),
        name="person-interests",
    ),
    path("people/<int:pk>/absences/", resource(post=interests.add_absence), name="person-absences"),
    path("absences/<int:pk>/removal/", resource(post=interests.remove_absence), name="absence-removal"),
    path("personal-links/<int:pk>/revocation/", resource(post=access.revoke), name="link-revocation"),
    path("link-requests/<int:pk>/answer/", resource(post=access.answer), name="link-answer"),
    path("me/", resource(get=own.show_me), name="me"),
    path("me/pictures/", resource(post=own.set_pictures), name="me-pictures"),
    path("me/data/", resource(get=own.export_me), name="me-data"),
    path("me/password/", resource(get=own.show_password, post=own.set_password), name="me-password"),
    path("rosters/", resource(get=roster.show_rosters, post=roster.upload), name="rosters"),
    path("rosters/template/", resource(get=roster.template), name="roster-template"),
    path("rosters/export/", resource(post=roster.export), name="roster-export"),
    path("rosters/<int:pk>/", resource(get=roster.show_import), name="roster-import"),
    path("rosters/<int:pk>/acceptance/", resource(post=roster.accept), name="roster-acceptance"),
    path("rosters/<int:pk>/removal/", resource(post=roster.drop), name="roster-removal"),
    path("audit/", resource(get=audit.show_audit), name="audit"),
]
