"""What the worker could not do, and what the office makes of it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from yixian.web.capture.actions.jobs import drop_job, retry_job
from yixian.web.capture.queries.jobs import dead_jobs_of, dead_rows, round_rows
from yixian.web.shared.http import allow


@allow("capture.see_jobs")
def show_jobs(request: HttpRequest) -> HttpResponse:
    """Every job that was given up, and what comes round by itself."""
    return render(request, "capture/jobs.html", {"rows": dead_rows(request.user), "rounds": round_rows()})


@allow("capture.decide_jobs")
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Back into the queue."""
    retry_job(by=request.user, job=get_object_or_404(dead_jobs_of(request.user), pk=pk))
    messages.success(request, _("It is tried again."))
    return redirect("capture:jobs")


@allow("capture.decide_jobs")
def give_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Off the list."""
    drop_job(by=request.user, job=get_object_or_404(dead_jobs_of(request.user), pk=pk))
    messages.success(request, _("Taken off the list."))
    return redirect("capture:jobs")
