"""Reading a report in, looking over the draft, accepting or dropping it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yixian.web.meetings.actions import archive
from yixian.web.meetings.forms.archive import ReportForm
from yixian.web.meetings.models import ArchiveDraft
from yixian.web.meetings.queries.archive import review_form, review_page
from yixian.web.meetings.queries.archive_list import draft_list, draft_visible_to
from yixian.web.meetings.queries.archive_reading import read_report
from yixian.web.meetings.rules.archive import can_decide
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow, or_404


@allow("meetings.read_archive")
def show_drafts(request: HttpRequest) -> HttpResponse:
    """Every report that was read, with what became of it."""
    found = draft_list(request.user, request.GET.get("state", ""), request.GET.get("page"))
    return render(request, "meetings/archive/list.html", {"list": found, "page": found.page})


@allow("meetings.read_archive")
def show_new(request: HttpRequest) -> HttpResponse:
    """The form that takes a report."""
    return render(request, "meetings/archive/new.html", {"form": ReportForm()})


@allow("meetings.read_archive")
def read_in(request: HttpRequest) -> HttpResponse:
    """Read a report; a refusal says why in plain words, and nothing is kept."""
    form = ReportForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "meetings/archive/new.html", {"form": form}, status=422)
    content, name = form.content()
    try:
        record = read_report(content, name)
    except BadInput as refusal:
        form.add_error(None, refusal.sentence)
        return render(request, "meetings/archive/new.html", {"form": form}, status=422)
    draft, is_new = archive.keep_draft(by=request.user, record=record, source_name=name)
    if not is_new:
        messages.info(request, _("This text was read before; here is the draft of that time."))
    return redirect("meetings:archive-draft", draft.pk)


def find_draft(request: HttpRequest, pk: int) -> ArchiveDraft:
    """The draft, among those of the person's own federation."""
    return or_404(draft_visible_to(request.user, pk))


@allow("meetings.read_archive")
def show_draft(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft beside the text, or what came of it."""
    draft = find_draft(request, pk)
    form = review_form(draft) if can_decide(request.user, draft) else None
    page = review_page(request.user, draft, form)
    return render(request, "meetings/archive/draft.html", {"page": page, "draft": draft, "form": form})


@allow("meetings.read_archive")
def accept(request: HttpRequest, pk: int) -> HttpResponse:
    """Take what is ticked into history."""
    draft = find_draft(request, pk)
    form = review_form(draft, request.POST)
    if not form.is_valid():
        page = review_page(request.user, draft, form)
        context = {"page": page, "draft": draft, "form": form}
        return render(request, "meetings/archive/draft.html", context, status=422)
    archive.accept_draft(by=request.user, draft=draft, decision=form.decision())
    messages.success(request, _("Accepted: the report is part of your history now."))
    return redirect("meetings:archive-draft", draft.pk)


@allow("meetings.read_archive")
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the draft aside."""
    archive.drop_draft(by=request.user, draft=find_draft(request, pk))
    messages.success(request, _("Dropped: nothing of this report was taken."))
    return redirect("meetings:archive")
