"""What a share link opens, for anyone who has it, until it ends."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.web.learning.queries import shared
from yixian.web.shared.http import allow
from yixian.web.shared.pictures import blobs

HEADERS = {
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-store",
}
PHOTO_HEADERS = {
    **HEADERS,
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Content-Disposition": "inline",
}


def _with_headers(response: HttpResponse) -> HttpResponse:
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


@allow("learning.read_shared_digest")
def show(request: HttpRequest, token: str) -> HttpResponse:
    """The page; a link that has ended or never was says the same."""
    digest = shared.digest_behind(token)
    if digest is None:
        return _with_headers(render(request, "learning/shared_ended.html", status=404))
    context = {
        "page": shared.shared_page(digest),
        "pictures_at": reverse("learning:shared-photo", args=[token, 0]).removesuffix("0/"),
        "federation": digest.federation,
        "nav": [],
    }
    return _with_headers(render(request, "learning/shared.html", context))


@allow("learning.read_shared_digest")
def show_photo(request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """A picture of the page, checked at each request."""
    digest = shared.digest_behind(token)
    photo = shared.shared_photo(digest, pk) if digest else None
    if photo is None:
        raise Http404
    try:
        content = blobs().read(photo.shown)
    except (FileNotFoundError, ValueError) as missing:
        raise Http404 from missing
    return HttpResponse(content, content_type="image/jpeg", headers=PHOTO_HEADERS)
