"""What the sliders would change, beside them: asked for at each move, watched, given up."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from yixian.web.planning.actions.preview import ask_preview, stop_preview
from yixian.web.planning.forms.weights import WeightsForm
from yixian.web.planning.models import WeightsPreview
from yixian.web.planning.queries.plans import plan_to_try_on
from yixian.web.planning.queries.preview import preview_of, preview_page
from yixian.web.shared.errors import BadInput
from yixian.web.shared.http import allow, or_404


@allow("planning.make")
def watch(request: HttpRequest) -> HttpResponse:
    """How far the preview is, or what it shows."""
    return _panel(request, or_404(preview_of(request.user)))


@allow("planning.make")
def ask(request: HttpRequest) -> HttpResponse:
    """A slider was moved."""
    base = or_404(plan_to_try_on(request.user))
    form = WeightsForm(request.POST, weights={})
    if not form.is_valid():
        raise BadInput(_("Every slider goes from 0 to 10."))
    return _panel(request, ask_preview(by=request.user, base=base, weights=form.weights()))


@allow("planning.make")
def stop(request: HttpRequest) -> HttpResponse:
    """Nobody waits for it any more."""
    return _panel(request, stop_preview(by=request.user, preview=or_404(preview_of(request.user))))


def _panel(request: HttpRequest, preview: WeightsPreview) -> HttpResponse:
    if not request.htmx:
        return redirect("planning:weights")
    page = preview_page(request.user, preview)
    return render(request, "planning/_preview.html", {"page": page})
