"""Addresses of questions."""

from django.urls import path

from yixian.web.learning.views import question
from yixian.web.shared.http import resource

urlpatterns = [
    path("questions/", resource(get=question.show_list), name="questions"),
    path("questions/new/", resource(get=question.show_new, post=question.ask), name="ask"),
    path("questions/<int:pk>/", resource(get=question.show), name="question"),
    path("questions/<int:pk>/topic/", resource(post=question.set_topic), name="question-topic"),
    path("questions/<int:pk>/answers/", resource(post=question.answer), name="answer"),
    path(
        "questions/<int:pk>/answers/<int:answer_pk>/thanks/",
        resource(post=question.mark),
        name="answer-helped",
    ),
    path("questions/<int:pk>/settlement/", resource(post=question.settle), name="settle"),
    path("questions/<int:pk>/reopening/", resource(post=question.reopen), name="reopen-question"),
    path(
        "meetings/<int:meeting_pk>/questions/",
        resource(get=question.show_of_meeting),
        name="meeting-questions",
    ),
]
