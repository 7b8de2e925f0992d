"""The wrap-up: the office decides what becomes of each released record."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.accounts.links import way_back
from yixian.web.capture.models import Capture
from yixian.web.learning.actions import question as asking
from yixian.web.learning.actions import wrap_up as actions
from yixian.web.learning.queries import wrap_up as queries
from yixian.web.meetings import sections
from yixian.web.meetings.queries.one_meeting import meeting_visible_to
from yixian.web.shared import policy
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow, or_404


@allow("learning.wrap_up")
def show(request: HttpRequest, meeting_pk: int) -> HttpResponse:
    """The triage of one meeting."""
    meeting = or_404(meeting_visible_to(request.user, meeting_pk))
    policy.check(request.user, "learning.wrap_up", meeting)
    show_what = "all" if request.GET.get("show") == "all" else "left"
    context = {
        "meeting": meeting,
        "tabs": sections.tabs_for(request.user, meeting, "wrap-up"),
        "page": queries.wrap_up_page(request.user, meeting, show_what, request.GET.get("page", "")),
    }
    return render(request, "learning/wrap_up.html", context)


def _deeds(request: HttpRequest) -> dict[str, Callable[[Capture], object]]:
    by = request.user
    return {
        "minutes": lambda record: actions.decide_record(by=by, capture=record, kind="minutes"),
        "nothing": lambda record: actions.decide_record(by=by, capture=record, kind="nothing"),
        "question": lambda record: asking.ask_from_record(by=by, capture=record),
        "undo": lambda record: actions.undo_decision(by=by, capture=record),
    }


@allow("learning.wrap_up")
def decide(request: HttpRequest, meeting_pk: int, pk: int) -> HttpResponse:
    """Decide about one record; the page goes on without reloading where it can, else one comes back to it."""
    meeting = or_404(meeting_visible_to(request.user, meeting_pk))
    record = get_object_or_404(queries.records_to_decide(meeting), pk=pk)
    deed = _deeds(request).get(request.POST.get("what", ""))
    if deed is None:
        raise BadInput(_("Choose what becomes of the record."))
    deed(record)
    if not request.htmx:
        messages.success(request, _("Noted."))
        return redirect(way_back(request, reverse("learning:wrap-up", args=[meeting_pk])))
    context = {
        "meeting": meeting,
        "records": queries.record_of(request.user, pk),
        "page": queries.wrap_up_page(request.user, meeting, "left", ""),
        "is_fragment": True,
    }
    return render(request, "learning/wrap_up.html#answer", context)
