"""The first page: one screen per role."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from yixian.web.accounts.models import Person
from yixian.web.reports.queries.auditor import auditor_home
from yixian.web.reports.queries.greeting import greeting
from yixian.web.reports.queries.member import member_home
from yixian.web.reports.queries.office import read_office_home
from yixian.web.reports.queries.upper import upper_home
from yixian.web.shared.http import allow


@allow("reports.see_home")
def show_home(request: HttpRequest) -> HttpResponse:
    """What needs this person today."""
    person = request.user
    context = {"greeting": greeting(), "today": timezone.localdate()}
    if person.member_id:
        return render(request, "reports/home_member.html", {**context, "page": member_home(person)})
    if person.duty == Person.Duty.AUDITOR:
        return render(request, "reports/home_auditor.html", {**context, "page": auditor_home(person)})
    page, numbers = read_office_home(person)
    if numbers["children"] and not numbers["members"]:
        return render(request, "reports/home_upper.html", {**context, "page": upper_home(person)})
    return render(request, "reports/home_office.html", {**context, "page": page, "next": page.next})
