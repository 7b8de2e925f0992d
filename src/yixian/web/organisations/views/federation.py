"""The federation's settings and its topics."""

from copy import copy
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from yixian.web.organisations.actions import federation as actions
from yixian.web.organisations.forms.federation import FederationForm, SubdistrictForm, TopicForm
from yixian.web.organisations.queries.choices import subdistricts_with_members, topics_with_use
from yixian.web.organisations.queries.members import subdistricts_visible_to, topics_visible_to
from yixian.web.shared.http import allow


@allow("organisations.change_federation")
def show_settings(request: HttpRequest) -> HttpResponse:
    """Names and subdistricts."""
    return _settings(request, FederationForm(instance=request.user.federation))


@allow("organisations.change_federation")
def change_settings(request: HttpRequest) -> HttpResponse:
    """Change the names."""
    federation = request.user.federation
    form = FederationForm(request.POST, instance=copy(federation))
    if not form.is_valid():
        return _settings(request, form, status=422)
    actions.change_federation(by=request.user, federation=federation, values=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("organisations:federation")


@allow("organisations.change_federation")
def add_subdistrict(request: HttpRequest) -> HttpResponse:
    """Put a subdistrict on the list."""
    new = SubdistrictForm(request.POST, among=subdistricts_visible_to(request.user))
    if not new.is_valid():
        form = FederationForm(instance=request.user.federation)
        return _settings(request, form, new=new, status=422)
    actions.add_subdistrict(by=request.user, federation=request.user.federation, values=new.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("organisations:federation")


@allow("organisations.change_federation")
def show_subdistrict(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for a subdistrict."""
    among = subdistricts_visible_to(request.user)
    thing = get_object_or_404(among, pk=pk)
    return _one(request, SubdistrictForm(instance=thing, among=among), thing, "subdistrict")


@allow("organisations.change_federation")
def change_subdistrict(request: HttpRequest, pk: int) -> HttpResponse:
    """Rename a subdistrict."""
    among = subdistricts_visible_to(request.user)
    thing = get_object_or_404(among, pk=pk)
    form = SubdistrictForm(request.POST, instance=copy(thing), among=among)
    if not form.is_valid():
        return _one(request, form, thing, "subdistrict", status=422)
    actions.change_subdistrict(by=request.user, subdistrict=thing, values=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("organisations:federation")


@allow("organisations.change_federation")
def remove_subdistrict(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a subdistrict off the list."""
    thing = get_object_or_404(subdistricts_visible_to(request.user), pk=pk)
    actions.remove_subdistrict(by=request.user, subdistrict=thing)
    messages.success(request, _("“%(name)s” was taken off the list.") % {"name": thing.name})
    return redirect("organisations:federation")


@allow("organisations.change_topics")
def show_topics(request: HttpRequest) -> HttpResponse:
    """The list of topics, and who shows and wants each."""
    return _topics(request, TopicForm(among=topics_visible_to(request.user)))


@allow("organisations.change_topics")
def add_topic(request: HttpRequest) -> HttpResponse:
    """Put a topic on the list."""
    form = TopicForm(request.POST, among=topics_visible_to(request.user))
    if not form.is_valid():
        return _topics(request, form, status=422)
    actions.add_topic(by=request.user, federation=request.user.federation, values=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("organisations:topics")


@allow("organisations.change_topics")
def show_topic(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for a topic."""
    among = topics_visible_to(request.user)
    thing = get_object_or_404(among, pk=pk)
    return _one(request, TopicForm(instance=thing, among=among), thing, "topic")


@allow("organisations.change_topics")
def change_topic(request: HttpRequest, pk: int) -> HttpResponse:
    """Rename a topic."""
    among = topics_visible_to(request.user)
    thing = get_object_or_404(among, pk=pk)
    form = TopicForm(request.POST, instance=copy(thing), among=among)
    if not form.is_valid():
        return _one(request, form, thing, "topic", status=422)
    actions.change_topic(by=request.user, topic=thing, values=form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("organisations:topics")


@allow("organisations.change_topics")
def remove_topic(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a topic off the list."""
    thing = get_object_or_404(topics_visible_to(request.user), pk=pk)
    actions.remove_topic(by=request.user, topic=thing)
    messages.success(request, _("“%(name)s” was taken off the list.") % {"name": thing.name})
    return redirect("organisations:topics")


def _settings(
    request: HttpRequest, form: FederationForm, new: SubdistrictForm | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "new": new or SubdistrictForm(among=subdistricts_visible_to(request.user)),
        "subdistricts": subdistricts_with_members(request.user),
    }
    return render(request, "organisations/federation/settings.html", context, status=status)


def _topics(request: HttpRequest, form: TopicForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "topics": topics_with_use(request.user)}
    return render(request, "organisations/federation/topics.html", context, status=status)


def _one(request: HttpRequest, form: Any, thing: Any, kind: str, status: int = 200) -> HttpResponse:
    """The form for one entry of a list (`kind` subdistrict or topic)."""
    context = {"form": form, "thing": thing, "kind": kind}
    return render(request, "organisations/federation/one.html", context, status=status)
