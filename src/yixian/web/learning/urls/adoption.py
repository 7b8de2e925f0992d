"""Addresses of borrowing."""

from django.urls import path

from yixian.web.learning.views import adoption
from yixian.web.shared.http import resource

urlpatterns = [
    path("adoptions/", resource(get=adoption.show_list), name="adoptions"),
    path("adoptions/<int:pk>/", resource(get=adoption.show), name="adoption"),
    path("adoptions/<int:pk>/steps/<slug:verb>/", resource(post=adoption.move), name="adoption-step"),
    path("adoptions/<int:pk>/result/", resource(post=adoption.report), name="adoption-result"),
    path("experiences/<int:pk>/adoptions/", resource(post=adoption.start), name="adopt"),
    path("ideas/<int:pk>/adoptions/", resource(post=adoption.start_from_idea), name="adopt-idea"),
]
