"""Taking note of what a published version moved."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from yixian.web.planning.actions.told import take_note
from yixian.web.planning.queries.told import told_visible_to
from yixian.web.shared.http import allow


@allow("planning.take_note")
def note(request: HttpRequest, told_id: int) -> HttpResponse:
    """The own member has read it."""
    take_note(by=request.user, told=get_object_or_404(told_visible_to(request.user), pk=told_id))
    messages.success(request, _("The office sees that you have taken note."))
    return redirect("planning:overview")
