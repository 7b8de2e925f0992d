"""The calendar of working days."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from yixian.web.planning.actions.calendar import import_year, set_day
from yixian.web.planning.forms.offers import DayForm
from yixian.web.planning.queries.calendar import calendar_page
from yixian.web.shared.http import allow

YEARS = range(2020, 2041)


@allow("planning.keep_calendar")
def calendar(request: HttpRequest) -> HttpResponse:
    """The exceptions of one year."""
    return _page(request, _year(request.GET.get("year")), DayForm())


@allow("planning.keep_calendar")
def correct(request: HttpRequest) -> HttpResponse:
    """Correct one day."""
    form = DayForm(request.POST)
    if not form.is_valid():
        return _page(request, _year(request.GET.get("year")), form, status=422)
    row = set_day(by=request.user, **form.cleaned_data)
    messages.success(request, _("The day was changed."))
    return redirect(f"{request.path}?year={row.date.year}")


@allow("planning.keep_calendar")
def take_over(request: HttpRequest, year: int) -> HttpResponse:
    """Take over a year's notice."""
    added = import_year(by=request.user, year=year)
    if added:
        messages.success(
            request, _("%(days)s days of %(year)s were taken over.") % {"days": added, "year": year}
        )
    else:
        messages.warning(request, _("There was nothing to take over for %(year)s.") % {"year": year})
    return redirect(f"../?year={year}")


def _page(request: HttpRequest, year: int, form: DayForm, status: int = 200) -> HttpResponse:
    context = {"page": calendar_page(request.user, year), "form": form, "before": year - 1, "after": year + 1}
    return render(request, "planning/calendar.html", context, status=status)


def _year(text: str | None) -> int:
    return int(text) if text and text.isdigit() and int(text) in YEARS else timezone.localdate().year
