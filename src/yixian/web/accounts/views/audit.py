"""The audit trail."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yixian.web.accounts.queries.audit import NAMES, Filters, audit_page
from yixian.web.shared.http import allow


@allow("accounts.see_audit")
def show_audit(request: HttpRequest) -> HttpResponse:
    """Who did what, newest first."""
    filters = Filters(**{name: request.GET[name] for name in NAMES if name in request.GET})
    page = audit_page(request.user, filters, whole=request.GET.get("check") == "all")
    return render(request, "accounts/audit.html", {"page": page, "filters": filters})
