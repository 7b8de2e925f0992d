"""The register as a list, on paper, as a spreadsheet; a new entry."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.accounts.links import way_back
from yixian.web.capture.models import Capture
from yixian.web.meetings import sections
from yixian.web.meetings.queries.one_meeting import meeting_visible_to
from yixian.web.problems import actions, rules
from yixian.web.problems.forms import RegisterForm
from yixian.web.problems.queries import lines, register, workbook
from yixian.web.problems.queries.lines import Line, PaperLine
from yixian.web.problems.queries.register import Filters
from yixian.web.shared import policy
from yixian.web.shared.http import allow, or_404
from yixian.web.shared.paging import Paginator

ROWS = 50
PAPER_ROWS = 100


@allow("problems.see")
def show_register(request: HttpRequest) -> HttpResponse:
    """One page of the register."""
    filters = Filters.of(request.GET)
    numbers = register.counts(request.user)
    found = lines.chosen(request.user, filters, Line.COLUMNS, numbers[filters.view])
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    context = {
        "filters": filters,
        "page": page,
        "rows": [Line(*row) for row in page.object_list],
        "chips": [(view, words, numbers[view]) for view, words in _views().items()],
        "choices": register.choices(request.user),
        "may_register": policy.may(request.user, "problems.register"),
        "may_export": policy.may(request.user, "problems.export"),
        "empty": _empty(filters),
    }
    return render(request, "problems/list.html", context)


def _views() -> dict[str, str]:
    return {
        "open": _("Open"),
        "overdue": _("Overdue"),
        "mine": _("Mine to solve"),
        "confirm": _("Mine to confirm"),
        "closed": _("Closed"),
    }


def _empty(filters: Filters) -> tuple[str, str]:
    """What an empty list says."""
    if filters.narrows:
        return _("Nothing found"), _("No problem fits these filters. Take one away.")
    return {
        "open": (
            _("No open problems"),
            _("Problems found during a visit stand here until they are confirmed as solved."),
        ),
        "overdue": (_("Nothing is overdue"), _("Every open problem is within its time.")),
        "mine": (_("Nothing for you to solve"), _("Problems that the office gives you appear here.")),
        "confirm": (
            _("Nothing for you to confirm"),
            _("When a problem that you raised is reported as solved, you are asked here."),
        ),
        "closed": (_("Nothing closed yet"), _("Confirmed problems stay here on record.")),
    }[filters.view]  # fmt: skip


@allow("problems.see")
def show_paper(request: HttpRequest) -> HttpResponse:
    """The register as chosen, for printing: so many rows at a time that a browser lays them out at once."""
    filters = Filters.of(request.GET)
    number = register.counts(request.user)[filters.view]
    found = lines.chosen(request.user, filters, PaperLine.COLUMNS, number)
    page = Paginator(found, PAPER_ROWS).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [PaperLine(*row) for row in page.object_list],
        "filters": filters,
        "view": _views()[filters.view],
        "today": timezone.localdate(),
    }
    return render(request, "problems/paper.html", context)


@allow("problems.see")
def show_of_meeting(request: HttpRequest, meeting_pk: int) -> HttpResponse:
    """The problems found at one meeting, as a part of its page."""
    meeting = or_404(meeting_visible_to(request.user, meeting_pk))
    page = Paginator(lines.of_meeting(request.user, meeting_pk), ROWS).get_page(request.GET.get("page"))
    context = {
        "meeting": meeting,
        "tabs": sections.tabs_for(request.user, meeting, "problems"),
        "page": page,
        "rows": [Line(*row) for row in page.object_list],
        "may_register": policy.may(request.user, "problems.register"),
    }
    return render(request, "problems/of_meeting.html", context)


@allow("problems.export")
def download_register(request: HttpRequest) -> HttpResponse:
    """The register as chosen, as a spreadsheet."""
    filters = Filters.of(request.GET)
    number = register.counts(request.user)[filters.view]
    rows = lines.chosen(request.user, filters, workbook.COLUMNS, number)[:]
    response = HttpResponse(workbook.register_xlsx(rows), content_type=workbook.XLSX)
    name = f"problems-{timezone.localdate():%Y%m%d}.xlsx"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _capture(request: HttpRequest) -> Capture | None:
    """The released record that the new entry is made from, if the address names one."""
    pk = request.GET.get("capture", "")
    if not pk.isdecimal():
        return None
    own = Capture.objects.filter(federation_id=request.user.federation_id)
    capture = get_object_or_404(own.select_related("meeting__host", "author__member", "station"), pk=pk)
    rules.check_can_register_from(capture)
    return capture


@allow("problems.register")
def show_new(request: HttpRequest) -> HttpResponse:
    """An empty form, or one filled from a released record."""
    capture = _capture(request)
    initial: dict[str, Any] = {}
    if capture is not None:
        first, _rest, more = capture.text.partition("\n")
        initial = {"title": first[:120], "description": more or first, "member": capture.meeting.host_id}
    elif request.GET.get("meeting", "").isdecimal():
        meeting = or_404(meeting_visible_to(request.user, int(request.GET["meeting"])))
        initial = {"meeting": meeting.pk, "member": meeting.host_id}
    form = RegisterForm(by=request.user, from_capture=capture is not None, initial=initial)
    return _form(request, form, capture)


def _form(
    request: HttpRequest, form: RegisterForm, capture: Capture | None, status: int = 200
) -> HttpResponse:
    """The form; whoever cancels it goes back to where they came from."""
    context = {"form": form, "capture": capture, "cancel": way_back(request, reverse("problems:list"))}
    return render(request, "problems/new.html", context, status=status)


@allow("problems.register")
def create(request: HttpRequest) -> HttpResponse:
    """Register it."""
    capture = _capture(request)
    form = RegisterForm(request.POST, by=request.user, from_capture=capture is not None)
    if not form.is_valid():
        return _form(request, form, capture, status=422)
    problem = actions.register_problem(by=request.user, capture=capture, **form.cleaned_data)
    messages.success(request, _("The problem is on the register."))
    return redirect(way_back(request, reverse("problems:detail", args=[problem.pk])))
