"""The board of groups: read by everybody once published, arranged by the office."""

import json
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.grouping.actions import division, places
from yixian.web.grouping.effects import effect
from yixian.web.grouping.forms.groups import DivisionForm, MoveForm
from yixian.web.grouping.models import Group, Grouping, Place
from yixian.web.grouping.queries.board import board_page
from yixian.web.grouping.queries.person import person_page
from yixian.web.grouping.queries.table import load_table
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow

ARRANGE = "grouping.arrange"


@allow("grouping.see")
def show_board(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody in a card for each group."""
    return _board(request, find_meeting(request, pk, "grouping.see"))


@allow("grouping.arrange")
def divide(request: HttpRequest, pk: int) -> HttpResponse:
    """Divide everybody who comes; what was before can be brought back."""
    meeting = find_meeting(request, pk, ARRANGE)
    form = DivisionForm(request.POST)
    if not form.is_valid():
        raise BadInput(_("Choose between 1 and 20 groups."))
    grouping = division.arrange(by=request.user, meeting=meeting, wanted=form.wanted())
    if not grouping.wanted:
        messages.success(request, _("Divided. If it was better before, take it back."))
    return redirect("grouping:board", pk)


@allow("grouping.arrange")
def undo_division(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the places before."""
    meeting = find_meeting(request, pk, ARRANGE)
    division.undo_division(by=request.user, meeting=meeting)
    messages.success(request, _("The places are as they were before."))
    return redirect("grouping:board", pk)


@allow("grouping.see_draft")
def show_status(request: HttpRequest, pk: int) -> HttpResponse:
    """Whether the worker is still dividing; when it is done the page is fetched anew."""
    meeting = find_meeting(request, pk, "grouping.see_draft")
    grouping = Grouping.objects.filter(meeting=meeting).first()
    if grouping is None or not grouping.wanted:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return render(request, "grouping/board.html#busy", {"meeting": meeting})


@allow("grouping.arrange")
def place_late(request: HttpRequest, pk: int) -> HttpResponse:
    """At the door: place who came late, even out, change as little as possible."""
    meeting = find_meeting(request, pk, ARRANGE)
    drop = bool(request.POST.get("drop_missing"))
    moved = division.regroup_at_door(by=request.user, meeting=meeting, drop_missing=drop)
    if moved:
        messages.success(request, _("Placed. Only the places named below changed."))
    else:
        messages.info(request, _("Everybody who came has a place already; nothing changed."))
    return redirect("grouping:board", pk)


@allow("grouping.arrange")
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a person into a group, and say what it changed; the message's button puts them back."""
    meeting = find_meeting(request, pk, ARRANGE)
    is_undo = "person" in request.GET
    people = Person.objects.filter(federation_id=meeting.federation_id, is_active=True)
    groups = Group.objects.filter(grouping__meeting=meeting)
    form = MoveForm(request.GET if is_undo else request.POST, people=people, groups=groups)
    if not form.is_valid():
        raise BadInput(_("Choose a person and a group of this meeting."))
    values = form.cleaned_data if is_undo else {**form.cleaned_data, "leads": False, "locked": False}
    person, group = values["person"], values["group"]
    undo = _undo_address(meeting, person)
    before, _after = places.move_person(by=request.user, meeting=meeting, **values)
    if is_undo:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    text = moved_sentence(meeting, person, group, before)
    return _moved(request, meeting, text, undo)


@allow("grouping.arrange")
def take_out(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """Take a person out of the groups."""
    meeting = find_meeting(request, pk, ARRANGE)
    found = _person(meeting, person)
    undo = _undo_address(meeting, found)
    before = places.take_out(by=request.user, meeting=meeting, person=found)
    if "undo" in request.GET:
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    text = _("%(person)s is in no group now.") % {"person": found.name}
    return _moved(request, meeting, text, undo if before else "")


@allow("grouping.arrange")
def lock(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """Lock or unlock a person's place."""
    meeting = find_meeting(request, pk, ARRANGE)
    locked = request.POST.get("locked") == "1"
    found = _person(meeting, person)
    places.lock_place(by=request.user, meeting=meeting, person=found, locked=locked)
    text = _("%(person)s stays in this group.") if locked else _("%(person)s may be moved again.")
    return _moved(request, meeting, text % {"person": found.name}, "")


@allow("grouping.see_draft")
def show_person(request: HttpRequest, pk: int, person: int) -> HttpResponse:
    """Where a person could go, and what they would find there: the way for keyboards and phones."""
    meeting = find_meeting(request, pk, "grouping.see_draft")
    page = person_page(request.user, meeting, person)
    if page is None:
        raise Http404
    part = "#card" if request.headers.get("HX-Request") else ""
    return render(request, f"grouping/person.html{part}", {"page": page, "meeting": meeting})


def moved_sentence(meeting: Meeting, person: Person, group: Group, before: int) -> str:
    """What a move did to the person who moved."""
    found = effect(load_table(meeting), person.pk, group.pk)
    words = {
        "person": person.name, "group": group.number, "before": before, "new": found.new, "again": found.again,
    }  # fmt: skip
    if before:
        sentence = _(
            "%(person)s moved from group %(before)s to %(group)s: %(new)s met anew, %(again)s met before."
        )
    else:
        sentence = _("%(person)s is in group %(group)s: %(new)s met anew, %(again)s met before.")
    return sentence % words


def _undo_address(meeting: Meeting, person: Person) -> str:
    """What the message's button posts to: asked before the move, it leads back to all that the person was."""
    places = Place.objects.filter(grouping__meeting=meeting, person=person).select_related("group")
    place = places.first()
    if place is None:
        return reverse("grouping:place-removal", args=[meeting.pk, person.pk]) + "?undo=1"
    was = {"leads": place.group.leader_id == person.pk, "locked": place.is_locked}
    query = {
        "person": person.pk,
        "group": place.group_id,
        **{name: "1" for name, is_so in was.items() if is_so},
    }
    return reverse("grouping:places", args=[meeting.pk]) + "?" + urlencode(query)


def _moved(request: HttpRequest, meeting: Meeting, text: str, undo: str) -> HttpResponse:
    """The board anew with a message; without scripts, the page."""
    if not request.headers.get("HX-Request"):
        messages.success(request, text)
        return redirect("grouping:board", meeting.pk)
    toast: dict[str, Any] = {"level": "success", "text": text, **({"undo": undo} if undo else {})}
    answer = _board(request, meeting, "#board")
    answer.headers["HX-Trigger"] = json.dumps({"toast": toast, "closeDialog": {}})
    return answer


def _board(request: HttpRequest, meeting: Meeting, part: str = "") -> HttpResponse:
    context = {"page": board_page(request.user, meeting), "meeting": meeting}
    return render(request, f"grouping/board.html{part}", context)


def _person(meeting: Meeting, pk: int) -> Person:
    return get_object_or_404(Person.objects.filter(federation_id=meeting.federation_id), pk=pk)
