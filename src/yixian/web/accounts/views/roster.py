"""Roster in and out."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from yixian.documents.roster_problems import Unreadable
from yixian.documents.roster_sample import sample_workbook
from yixian.web.accounts.actions.roster import accept_roster, draft_roster, drop_roster, export_roster
from yixian.web.accounts.forms.roster import ExportForm, RosterForm
from yixian.web.accounts.models import RosterImport
from yixian.web.accounts.queries.roster import import_page, import_visible_to, imports_visible_to
from yixian.web.accounts.roster.words import UNREADABLE, language_of_page
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPES = {"xlsx": XLSX, "csv": "text/csv; charset=utf-8"}


@allow("accounts.import_roster")
def show_rosters(request: HttpRequest) -> HttpResponse:
    """Upload, template, export, and earlier imports."""
    return _rosters(request, RosterForm())


@allow("accounts.import_roster")
def upload(request: HttpRequest) -> HttpResponse:
    """Read the file and show what it would do."""
    form = RosterForm(request.POST, request.FILES)
    if not form.is_valid():
        return _rosters(request, form, status=422)
    file = form.cleaned_data["file"]
    try:
        draft = draft_roster(by=request.user, file_name=file.name, content=file.read())
    except Unreadable as fault:
        form.add_error("file", UNREADABLE[fault.code])
        return _rosters(request, form, status=422)
    return redirect("accounts:roster-import", pk=draft.pk)


def _rosters(request: HttpRequest, form: RosterForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "imports": imports_visible_to(request.user).defer("steps", "problems")[:12]}
    return render(request, "accounts/roster/list.html", context, status=status)


@allow("accounts.import_roster")
def template(request: HttpRequest) -> HttpResponse:
    """The sample with 42 made-up members, as a workbook to fill in."""
    return file_response(sample_workbook(language_of_page()), _("Roster template") + ".xlsx", XLSX)


@allow("accounts.export_roster")
def export(request: HttpRequest) -> HttpResponse:
    """The federation's roster as a file that can be imported again."""
    form = ExportForm(request.POST)
    if not form.is_valid():
        raise BadInput(_("Choose a workbook or a CSV file."))
    kind = form.cleaned_data["form"]
    content = export_roster(by=request.user, form=kind, language=language_of_page())
    words = {"federation": request.user.federation.short_name, "day": timezone.localdate().isoformat()}
    name = _("Roster %(federation)s %(day)s") % words
    return file_response(content, f"{name}.{kind}", TYPES[kind])


@allow("accounts.import_roster")
def show_import(request: HttpRequest, pk: int) -> HttpResponse:
    """What accepting would do, and every problem."""
    draft = _find(request, pk)
    show = "changed" if request.GET.get("show") == "changed" else "all"
    page = import_page(request.user, draft, show=show, number=request.GET.get("page", 1))
    return render(request, "accounts/roster/import.html", {"page": page, "draft": draft})


@allow("accounts.import_roster")
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Do it."""
    draft = _find(request, pk)
    accept_roster(by=request.user, draft=draft)
    messages.success(request, _("The roster was imported."))
    return redirect("accounts:roster-import", pk=pk)


@allow("accounts.import_roster")
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Forget it."""
    draft = _find(request, pk)
    drop_roster(by=request.user, draft=draft)
    messages.success(request, _("The dry run was dropped. Nothing was changed."))
    return redirect("accounts:rosters")


def _find(request: HttpRequest, pk: int) -> RosterImport:
    """An import that the person may see."""
    draft = import_visible_to(request.user, pk)
    if draft is None:
        raise Http404
    return draft


def file_response(content: bytes, name: str, content_type: str) -> HttpResponse:
    """A file to save, never to open inside the site."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Content-Security-Policy"] = "sandbox"
    response["Cache-Control"] = "private, no-store"
    return response
