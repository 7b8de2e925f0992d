"""Pictures, each checked at each request."""

from django.http import Http404, HttpRequest, HttpResponse

from yixian.web.capture.queries import photo_visible_to
from yixian.web.shared.http import allow
from yixian.web.shared.pictures import Unreachable, blobs

HEADERS = {
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Content-Disposition": "inline",
}


@allow("capture.see_photo")
def show_photo(request: HttpRequest, pk: int, size: str) -> HttpResponse:
    """A picture made by us, to whoever may see it now; an address alone opens nothing."""
    photo = photo_visible_to(request.user, pk)
    if photo is None:
        raise Http404
    try:
        content = blobs().read(getattr(photo, size))
    except FileNotFoundError as missing:
        raise Http404 from missing
    except Unreachable:
        return HttpResponse(status=503, headers={"Cache-Control": "no-store", "Retry-After": "5"})
    return HttpResponse(content, content_type="image/jpeg", headers=HEADERS)
