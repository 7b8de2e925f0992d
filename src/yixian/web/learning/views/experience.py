"""One experience: read, written, published."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.accounts.links import way_back
from yixian.web.capture.models import Capture
from yixian.web.learning.actions import experience as actions
from yixian.web.learning.forms.experience import ExperienceForm, station_of
from yixian.web.learning.models import Experience
from yixian.web.learning.queries.experience import experience_page, experience_visible_to, written_from
from yixian.web.learning.queries.library import experiences_visible_to
from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.one_meeting import meeting_visible_to
from yixian.web.shared import policy
from yixian.web.shared.http import allow, or_404


def find(request: HttpRequest, pk: int) -> Experience:
    """An experience that this person sees, or 404."""
    found = experiences_visible_to(request.user)
    return get_object_or_404(
        found.select_related("member", "topic", "meeting__host", "station", "written_by"), pk=pk
    )


def find_to_show(request: HttpRequest, pk: int) -> Experience:
    """The same with what its pages show of it."""
    return or_404(experience_visible_to(request.user, pk))


@allow("learning.see")
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of an experience."""
    page = experience_page(request.user, find_to_show(request, pk))
    return render(request, "learning/experience.html", {"page": page, "experience": page.experience})


def _records(request: HttpRequest) -> list[Capture]:
    """The released records that the address names, all of one meeting."""
    keys = [key for key in request.GET.getlist("capture") if key.isdecimal()][:50]
    if not keys:
        return []
    released = Capture.objects.filter(
        federation_id=request.user.federation_id, hold=Capture.Hold.RELEASED, deleted_at=None
    )
    found = list(released.filter(pk__in=keys).select_related("meeting__host", "station", "author"))
    return [each for each in found if each.meeting_id == found[0].meeting_id]


def _meeting(request: HttpRequest, records: list[Capture]) -> Meeting | None:
    """The meeting of the records, or the one that the address names."""
    if records:
        return records[0].meeting
    key = request.GET.get("meeting", "")
    return or_404(meeting_visible_to(request.user, int(key))) if key.isdecimal() else None


def _initial(request: HttpRequest, records: list[Capture], meeting: Meeting | None) -> dict[str, Any]:
    """What the records say already."""
    texts = [each.text.strip() for each in records if each.text.strip()]
    own = request.user.member_id
    return {
        "title": texts[0].partition("\n")[0][:120] if texts else "",
        "how": "\n\n".join(texts),
        "member": own or (meeting.host_id if meeting else None),
        "captures": [each.pk for each in records],
    }


@allow("learning.write")
def show_new(request: HttpRequest) -> HttpResponse:
    """An empty form, or one filled from released records."""
    policy.check(request.user, "learning.write", request.user.member or None)
    records = _records(request)
    meeting = _meeting(request, records)
    form = ExperienceForm(by=request.user, meeting=meeting, initial=_initial(request, records, meeting))
    return _new(request, form, meeting)


def _new(
    request: HttpRequest, form: ExperienceForm, meeting: Meeting | None, status: int = 200
) -> HttpResponse:
    cancel = way_back(request, reverse("learning:experiences"))
    context = {"form": form, "meeting": meeting, "cancel": cancel}
    return render(request, "learning/experience_form.html", context, status=status)


@allow("learning.write")
def create(request: HttpRequest) -> HttpResponse:
    """Keep the draft."""
    policy.check(request.user, "learning.write", request.user.member or None)
    meeting = _meeting(request, _records(request))
    form = ExperienceForm(request.POST, by=request.user, meeting=meeting)
    if not form.is_valid():
        return _new(request, form, meeting, status=422)
    records = list(form.cleaned_data.get("captures", ()))
    made = actions.write_experience(
        by=request.user,
        meeting=meeting,
        station=station_of(records),
        **{**form.cleaned_data, "captures": records},
    )
    messages.success(request, _("The draft is kept. Publish it when it is ready."))
    return redirect(way_back(request, reverse("learning:experience", args=[made.pk])))


@allow("learning.write")
def show_text(request: HttpRequest, pk: int) -> HttpResponse:
    """The form that rewrites it."""
    experience = find_to_show(request, pk)
    policy.check(request.user, "learning.write", experience)
    chosen = written_from(request.user, experience) if experience.meeting_id else []
    form = ExperienceForm(
        instance=experience, by=request.user, meeting=experience.meeting, initial={"captures": chosen}
    )
    return render(request, "learning/experience_form.html", {"form": form, "experience": experience})


@allow("learning.write")
def change_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Rewrite it."""
    experience = find(request, pk)
    policy.check(request.user, "learning.write", experience)
    blank = Experience(federation_id=experience.federation_id)
    form = ExperienceForm(request.POST, instance=blank, by=request.user, meeting=experience.meeting)
    if not form.is_valid():
        context = {"form": form, "experience": experience}
        return render(request, "learning/experience_form.html", context, status=422)
    actions.change_experience(by=request.user, experience=experience, **form.cleaned_data)
    messages.success(request, _("Saved."))
    return redirect("learning:experience", pk=pk)


@allow("learning.publish")
def publish(request: HttpRequest, pk: int) -> HttpResponse:
    """Let every member read it."""
    actions.publish_experience(by=request.user, experience=find(request, pk))
    messages.success(request, _("Published. Every member can read and borrow it now."))
    return redirect("learning:experience", pk=pk)


@allow("learning.publish")
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it off the shelf."""
    actions.withdraw_experience(by=request.user, experience=find(request, pk))
    messages.success(request, _("Withdrawn."))
    return redirect("learning:experience", pk=pk)
