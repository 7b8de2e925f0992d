"""The agenda: built, arranged, read."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.meetings.actions import agenda
from yixian.web.meetings.forms.agenda import ItemForm
from yixian.web.meetings.models import AgendaItem, Meeting
from yixian.web.meetings.queries.agenda import agenda_item, agenda_page
from yixian.web.meetings.rules.agenda import check_can_change_agenda
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared.http import allow, or_404


@allow("meetings.see_agenda")
def show_agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda with its times."""
    return _page(request, find_meeting(request, pk, "meetings.see_agenda"))


@allow("meetings.change_agenda")
def build(request: HttpRequest, pk: int) -> HttpResponse:
    """Build it, or bring it up to date."""
    meeting = find_meeting(request, pk, "meetings.change_agenda")
    agenda.build_agenda(by=request.user, meeting=meeting)
    messages.success(request, _("The agenda is up to date. What was changed by hand was left alone."))
    return redirect("meetings:agenda", meeting.pk)


@allow("meetings.change_agenda")
def order(request: HttpRequest, pk: int) -> HttpResponse:
    """A new order: all ids in the order wanted."""
    meeting = find_meeting(request, pk, "meetings.change_agenda")
    wanted = [int(each) for each in request.POST.getlist("item") if each.isdecimal()]
    agenda.order_agenda(by=request.user, meeting=meeting, order=wanted)
    return _answer(request, meeting)


@allow("meetings.change_agenda")
def show_new_item(request: HttpRequest, pk: int) -> HttpResponse:
    """The form for a further item."""
    meeting = find_meeting(request, pk, "meetings.change_agenda")
    check_can_change_agenda(request.user, meeting)
    return _form(request, meeting, None, ItemForm(person=request.user))


@allow("meetings.change_agenda")
def add_item(request: HttpRequest, pk: int) -> HttpResponse:
    """A further item."""
    meeting = find_meeting(request, pk, "meetings.change_agenda")
    form = ItemForm(request.POST, person=request.user)
    if not form.is_valid():
        return _form(request, meeting, None, form, status=422)
    agenda.add_agenda_item(by=request.user, meeting=meeting, facts=form.facts())
    return redirect("meetings:agenda", meeting.pk)


@allow("meetings.change_agenda")
def show_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """The form of an item."""
    found = find_item(request, pk, item)
    check_can_change_agenda(request.user, found.meeting)
    return _form(request, found.meeting, found, ItemForm(person=request.user, item=found))


@allow("meetings.change_agenda")
def change_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Change an item."""
    found = find_item(request, pk, item)
    form = ItemForm(request.POST, person=request.user, item=found)
    if not form.is_valid():
        return _form(request, found.meeting, found, form, status=422)
    agenda.change_agenda_item(by=request.user, item=found, facts=form.facts())
    return redirect("meetings:agenda", pk)


@allow("meetings.change_agenda")
def move_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """One place up or down."""
    found = find_item(request, pk, item)
    ids = list(found.meeting.agenda.values_list("pk", flat=True))
    at = ids.index(found.pk)
    to = max(0, min(len(ids) - 1, at + (-1 if request.POST.get("way") == "up" else 1)))
    ids.insert(to, ids.pop(at))
    agenda.order_agenda(by=request.user, meeting=found.meeting, order=ids)
    return _answer(request, found.meeting)


@allow("meetings.change_agenda")
def remove_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Take an item off; the toast and the page offer to put it back."""
    found = find_item(request, pk, item)
    text = _("“%(item)s” was taken off the agenda.") % {"item": found.title}
    meeting = agenda.remove_agenda_item(by=request.user, item=found)
    undo = {"level": "info", "text": text, "undo": reverse("meetings:agenda-removed", args=[pk])}
    return _answer(request, meeting, toast=undo)


@allow("meetings.change_agenda")
def restore_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a removed item back: the last one, or the one named."""
    meeting = find_meeting(request, pk, "meetings.change_agenda")
    number = request.POST.get("number", "")
    agenda.restore_agenda_item(
        by=request.user, meeting=meeting, number=int(number) if number.isdecimal() else -1
    )
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return redirect("meetings:agenda", pk)


def find_item(request: HttpRequest, pk: int, item: int) -> AgendaItem:
    """An item of a meeting whose agenda the person may change."""
    meeting = find_meeting(request, pk, "meetings.change_agenda")
    return or_404(agenda_item(meeting, item))


def _answer(request: HttpRequest, meeting: Meeting, toast: dict[str, str] | None = None) -> HttpResponse:
    """The list alone for a fragment request, else the page again."""
    if not request.headers.get("HX-Request"):
        return redirect("meetings:agenda", meeting.pk)
    context = {"page": agenda_page(request.user, meeting), "meeting": meeting}
    response = render(request, "meetings/agenda/agenda.html#list", context)
    if toast:
        response["HX-Trigger"] = json.dumps({"toast": toast})
    return response


def _page(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    context = {"page": agenda_page(request.user, meeting), "meeting": meeting}
    return render(request, "meetings/agenda/agenda.html", context)


def _form(
    request: HttpRequest, meeting: Meeting, item: AgendaItem | None, form: ItemForm, status: int = 200
) -> HttpResponse:
    context = {"meeting": meeting, "item": item, "form": form}
    return render(request, "meetings/agenda/item.html", context, status=status)
