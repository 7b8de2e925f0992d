"""Check-in: at the door by oneself, at the desk by the office or the host."""

import json
from urllib.parse import urlencode

from django.contrib import messages
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.meetings.actions import checkin as actions
from yixian.web.meetings.forms.checkin import CodeForm, NameForm, WalkInForm
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries import checkin as queries
from yixian.web.meetings.queries.one_meeting import bare_meeting_visible_to
from yixian.web.meetings.rules.checkin import code_fits, door_is_open
from yixian.web.meetings.sections import tabs_for
from yixian.web.meetings.views.find import find_meeting
from yixian.web.shared import policy
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow

WRONG_CODES, WITHIN = 60, 600


def find_at_door(request: HttpRequest, pk: int, verb: str) -> Meeting:
    """The bare meeting, 404 when it is not visible, 403 when the person may not do this to it."""
    meeting = bare_meeting_visible_to(request.user, pk)
    if meeting is None:
        raise Http404
    policy.check(request.user, verb, meeting)
    return meeting


@allow("meetings.open_check_in")
def show_check_in(request: HttpRequest, pk: int) -> HttpResponse:
    """The page behind the QR code: one tap for who is signed in, the way to the desk for who is not."""
    code = request.GET.get("code", "")
    if not request.user.is_authenticated:
        return _at_the_door(request, pk, code)
    meeting = find_at_door(request, pk, "meetings.see")
    context = {
        "meeting": meeting,
        "own": queries.own_check_in(request.user, meeting),
        "is_open": door_is_open(meeting),
        "may": policy.may(request.user, "meetings.check_in_self", meeting),
        "code": code if code_fits(meeting, code) else "",
        "wrong_code": bool(code) and not code_fits(meeting, code),
        "via": "code" if request.GET.get("via") == "code" else "qr",
    }
    return render(request, "meetings/checkin/own.html", context)


@allow("meetings.check_in_self")
def check_in(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own arrival."""
    meeting = find_at_door(request, pk, "meetings.check_in_self")
    code = request.POST.get("code", "")
    method = _method(code, request.POST.get("via", ""))
    actions.check_in_self(by=request.user, meeting=meeting, method=method, code=code)
    return redirect("meetings:check-in", pk=pk)


def _method(code: str, via: str) -> str:
    if not code:
        return "link"
    return "code" if via == "code" else "qr"


def _at_the_door(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Nobody is signed in: with the right code, say which meeting it is and how to get in."""
    if _guesses_too_much(request):
        return _code_page(request, CodeForm(), _("Too many wrong codes. Please go to the desk."))
    meeting = queries.meeting_behind_door(pk, code)
    if meeting is None:
        problem = _wrong_code(request) if code else ""
        return _code_page(request, CodeForm(), problem)
    return _door_page(request, meeting, NameForm(initial={"code": code}), code)


def _door_page(
    request: HttpRequest, meeting: Meeting, form: NameForm, code: str, **more: object
) -> HttpResponse:
    target = f"{reverse('meetings:check-in', args=[meeting.pk])}?{urlencode({'code': code})}"
    sign_in = f"{reverse('accounts:signin')}?{urlencode({'next': target})}"
    context = {"meeting": meeting, "form": form, "sign_in": sign_in, "found": None, **more}
    return render(request, "meetings/checkin/door.html", context, status=200 if not form.errors else 422)


@allow("meetings.open_check_in")
def find_name(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody at the door, not signed in, says who they are: shown large for the desk."""
    if request.user.is_authenticated:
        return redirect("meetings:check-in", pk=find_at_door(request, pk, "meetings.see").pk)
    form = NameForm(request.POST)
    code = request.POST.get("code", "")
    meeting = None if _guesses_too_much(request) else queries.meeting_behind_door(pk, code)
    if meeting is None:
        return _code_page(request, CodeForm(), _wrong_code(request), status=422)
    found = queries.people_called(meeting, form.cleaned_data["name"]) if form.is_valid() else None
    return _door_page(request, meeting, form, code, found=found)


@allow("meetings.open_check_in")
def enter_code(request: HttpRequest) -> HttpResponse:
    """Type the code: leads to the meeting's own check-in page."""
    if "code" not in request.GET:
        return _code_page(request, CodeForm(), "")
    form = CodeForm(request.GET)
    if not form.is_valid():
        return _code_page(request, form, "", status=422)
    if _guesses_too_much(request):
        return _code_page(request, form, _("Too many wrong codes. Please go to the desk."), status=422)
    code = form.cleaned_data["code"]
    federation_id = request.user.federation_id if request.user.is_authenticated else None
    meeting = queries.meeting_by_code(code, federation_id)
    if meeting is None:
        return _code_page(request, form, _wrong_code(request), status=422)
    return redirect(
        f"{reverse('meetings:check-in', args=[meeting.pk])}?{urlencode({'code': code, 'via': 'code'})}"
    )


def _code_page(request: HttpRequest, form: CodeForm, problem: str, status: int = 200) -> HttpResponse:
    return render(request, "meetings/checkin/code.html", {"form": form, "problem": problem}, status=status)


def _wrong_code(request: HttpRequest) -> str:
    """Count a wrong code for this address, and say so."""
    key = f"wrong-code:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, WITHIN)
    cache.incr(key)
    return _("No meeting has this code today. Look at the wall or ask at the desk.")


def _guesses_too_much(request: HttpRequest) -> bool:
    return bool(cache.get(f"wrong-code:{request.META.get('REMOTE_ADDR', '')}", 0) >= WRONG_CODES)


@allow("meetings.check_in_others")
def show_desk(request: HttpRequest, pk: int) -> HttpResponse:
    """The desk: type letters or characters, tap once."""
    meeting = find_meeting(request, pk, "meetings.check_in_others")
    page = queries.desk_page(meeting, request.GET.get("q", ""))
    context = {"meeting": meeting, "page": page, "tabs": tabs_for(request.user, meeting, "desk")}
    part = "#people" if request.htmx else ""
    return render(request, f"meetings/checkin/desk.html{part}", context)


@allow("meetings.check_in_others")
def record_arrival(request: HttpRequest, pk: int, person_pk: int) -> HttpResponse:
    """One tap at the desk."""
    meeting, person = _at_desk(request, pk, person_pk)
    actions.check_in_other(by=request.user, meeting=meeting, person=person)
    text = _("%(person)s is checked in.") % {"person": person.name}
    return _desk_again(
        request, meeting, text, undo=reverse("meetings:arrival-reversal", args=[pk, person_pk])
    )


@allow("meetings.check_in_others")
def take_back_arrival(request: HttpRequest, pk: int, person_pk: int) -> HttpResponse:
    """Undo."""
    meeting, person = _at_desk(request, pk, person_pk)
    actions.undo_check_in(by=request.user, meeting=meeting, person=person)
    return _desk_again(request, meeting, _("%(person)s is no longer checked in.") % {"person": person.name})


def _at_desk(request: HttpRequest, pk: int, person_pk: int) -> tuple[Meeting, Person]:
    meeting = find_at_door(request, pk, "meetings.check_in_others")
    people = Person.objects.filter(federation_id=request.user.federation_id).select_related("member")
    return meeting, get_object_or_404(people, pk=person_pk)


def _desk_again(request: HttpRequest, meeting: Meeting, text: str, undo: str = "") -> HttpResponse:
    """The list of people anew, for what is typed now, and a short message."""
    if not request.htmx:
        messages.success(request, text)
        return redirect("meetings:desk", pk=meeting.pk)
    page = queries.desk_page(meeting, "" if undo else request.POST.get("q", ""))
    context = {"meeting": meeting, "page": page, "apart": not request.htmx.target}
    response = render(request, "meetings/checkin/desk.html#people", context)
    toast = {"level": "success", "text": text, **({"undo": undo} if undo else {})}
    response["HX-Trigger"] = json.dumps({"toast": toast, "deskChanged": {}})
    return response


@allow("meetings.check_in_others")
def show_walk_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody the roster does not know."""
    meeting = find_at_door(request, pk, "meetings.check_in_others")
    form = WalkInForm(person=request.user, initial={"name": request.GET.get("name", "")})
    return render(request, "meetings/checkin/walk_in.html", {"meeting": meeting, "form": form})


@allow("meetings.check_in_others")
def keep_walk_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Add the person and check them in."""
    meeting = find_at_door(request, pk, "meetings.check_in_others")
    form = WalkInForm(request.POST, person=request.user)
    if form.is_valid():
        try:
            row = actions.add_walk_in(by=request.user, meeting=meeting, **form.cleaned_data)
        except BadInput as problem:
            form.add_error("name", problem.sentence)
        else:
            messages.success(request, _("%(person)s is checked in.") % {"person": row.person.name})
            return redirect("meetings:desk", pk=pk)
    return render(request, "meetings/checkin/walk_in.html", {"meeting": meeting, "form": form}, status=422)
