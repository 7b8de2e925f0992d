"""The host makes parts of a picture unrecognisable before it is let go."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yixian.web.capture import rules
from yixian.web.capture.actions import blur_and_release, show_unblurred
from yixian.web.capture.forms import BlurringForm
from yixian.web.capture.queries.records import blurring_page
from yixian.web.capture.views.find import find_capture
from yixian.web.shared.http import allow


@allow("capture.release")
def show_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture to mark regions on, as only the host sees it now."""
    capture = find_capture(request, pk)
    rules.check_can_blur(request.user, capture)
    return render(request, "capture/blurring.html", {"page": blurring_page(request.user, capture)})


@allow("capture.release")
def blur(request: HttpRequest, pk: int) -> HttpResponse:
    """Release the record with the marked regions painted over."""
    capture = find_capture(request, pk)
    form = BlurringForm(request.POST)
    rules.check_can_blur(request.user, capture)
    regions = form.marked()
    blur_and_release(by=request.user, capture=capture, regions=regions, note=form.cleaned_data["remark"])
    messages.success(request, _("Released. The picture appears as soon as it has been blurred."))
    return redirect("capture:release", meeting_pk=capture.meeting_id)


@allow("capture.release")
def take_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Back to the picture as it was recorded, for the host's eyes."""
    capture = show_unblurred(by=request.user, capture=find_capture(request, pk))
    messages.success(request, _("The blurring is taken off. The picture is being prepared anew."))
    return redirect("capture:blurring", pk=capture.pk)
