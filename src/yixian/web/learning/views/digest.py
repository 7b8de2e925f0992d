"""A participant's digest: making it, sharing it, saying where."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from yixian.web.learning.actions import digest as actions
from yixian.web.learning.forms.digest import DigestForm, ShareForm
from yixian.web.learning.models import Digest
from yixian.web.learning.queries import digest as queries
from yixian.web.meetings import sections
from yixian.web.meetings.queries.one_meeting import meeting_visible_to
from yixian.web.shared import policy
from yixian.web.shared.http import allow, or_404
from yixian.web.shared.paging import Paginator


@allow("learning.see_own_digests")
def show_list(request: HttpRequest) -> HttpResponse:
    """One's own digests."""
    page = Paginator(queries.digests_of(request.user), 24).get_page(request.GET.get("page"))
    cards = [queries.card(*row) for row in page.object_list]
    return render(request, "learning/digests.html", {"page": page, "cards": cards})


@allow("learning.see_own_digests")
def show_of_meeting(request: HttpRequest, meeting_pk: int) -> HttpResponse:
    """The digests of one meeting, as a part of its page."""
    meeting = or_404(meeting_visible_to(request.user, meeting_pk))
    context = {
        "meeting": meeting,
        "tabs": sections.tabs_for(request.user, meeting, "digest"),
        "page": queries.meeting_digests(request.user, meeting),
    }
    return render(request, "learning/meeting_digest.html", context)


@allow("learning.start_digest")
def start(request: HttpRequest, meeting_pk: int) -> HttpResponse:
    """Begin one's own."""
    meeting = or_404(meeting_visible_to(request.user, meeting_pk))
    digest = actions.start_digest(by=request.user, meeting=meeting)
    return redirect("learning:digest", pk=digest.pk)


def _find(request: HttpRequest, pk: int) -> Digest:
    """A digest of one's own; another's is refused, another federation's is not there."""
    inside = Digest.objects.filter(federation_id=request.user.federation_id)
    found = inside.select_related("meeting__host", "meeting__venue")
    return _kept(request, get_object_or_404(found, pk=pk))


def _kept(request: HttpRequest, digest: Digest) -> Digest:
    policy.check(request.user, "learning.keep_digest", digest)
    return digest


def _answer(
    request: HttpRequest, digest: Digest, form: DigestForm | None = None, share: ShareForm | None = None
) -> HttpResponse:
    """The editor."""
    page = queries.digest_page(request.user, digest)
    path = reverse("learning:shared", args=[page.token]) if page.token else ""
    url = request.build_absolute_uri(path) if path else ""
    context = {
        "page": page,
        "digest": digest,
        "meeting": digest.meeting,
        "form": form or DigestForm(digest=digest),
        "share": share or ShareForm(),
        "url": url,
        "copy_text": queries.copy_text(digest, url),
    }
    return render(request, "learning/digest.html", context, status=422 if form or share else 200)


@allow("learning.keep_digest")
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The editor of one's digest."""
    return _answer(request, _kept(request, or_404(queries.digest_inside(request.user, pk))))


@allow("learning.keep_digest")
def save(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was typed and chosen; the page itself saves as one types."""
    digest = _find(request, pk)
    form = DigestForm(request.POST, digest=digest)
    if not form.is_valid():
        return _answer(request, digest, form=form)
    actions.save_digest(by=request.user, digest=digest, **form.cleaned_data)
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=204)
    messages.success(request, _("Saved."))
    return redirect("learning:digest", pk=pk)


@allow("learning.keep_digest")
def make_link(request: HttpRequest, pk: int) -> HttpResponse:
    """A link for thirty days."""
    actions.make_link(by=request.user, digest=_find(request, pk))
    messages.success(request, _("The link works for thirty days. You can end it at any time."))
    return redirect("learning:digest", pk=pk)


@allow("learning.keep_digest")
def end_link(request: HttpRequest, pk: int) -> HttpResponse:
    """End the link now."""
    actions.end_link(by=request.user, digest=_find(request, pk))
    messages.success(request, _("The link no longer opens anything."))
    return redirect("learning:digest", pk=pk)


@allow("learning.keep_digest")
def note_share(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it was shared."""
    digest = _find(request, pk)
    form = ShareForm(request.POST)
    if not form.is_valid():
        return _answer(request, digest, share=form)
    actions.note_share(by=request.user, digest=digest, **form.cleaned_data)
    messages.success(request, _("Noted. Thank you for passing it on."))
    return redirect("learning:digest", pk=pk)
