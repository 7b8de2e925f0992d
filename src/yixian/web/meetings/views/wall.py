"""The wall: how many are here, who came last, who is still to come, and the way to check in."""

from functools import lru_cache
from urllib.parse import urlencode

import segno
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import quote_etag
from django.utils.safestring import SafeString, mark_safe

from yixian.web.meetings.models import Meeting
from yixian.web.meetings.queries.checkin import wall_page, wall_version
from yixian.web.meetings.rules.checkin import door_is_open
from yixian.web.meetings.views.checkin import find_at_door
from yixian.web.shared.http import allow


@allow("meetings.see_wall")
def show_wall(request: HttpRequest, pk: int) -> HttpResponse:
    """The whole page, with QR code and digits."""
    meeting = find_at_door(request, pk, "meetings.see_wall")
    context = {
        "meeting": meeting,
        "wall": wall_page(meeting),
        "is_open": door_is_open(meeting),
        "qr": _qr(request, meeting),
        "digits": f"{meeting.code[:3]} {meeting.code[3:]}",
    }
    return render(request, "meetings/wall/wall.html", context)


@allow("meetings.see_wall")
def show_live(request: HttpRequest, pk: int) -> HttpResponse:
    """The part that changes; 304 as long as nothing did."""
    meeting = find_at_door(request, pk, "meetings.see_wall")
    etag = quote_etag(wall_version(meeting))
    headers = {
        "ETag": etag,
        "Cache-Control": "private, no-cache",
        "Vary": "Cookie, Accept-Language, HX-Request",
    }
    if request.headers.get("If-None-Match", "").removeprefix("W/") == etag:
        return HttpResponseNotModified(headers=headers)
    response = render(
        request, "meetings/wall/wall.html#live", {"meeting": meeting, "wall": wall_page(meeting)}
    )
    for name, value in headers.items():
        response.headers[name] = value
    return response


def _qr(request: HttpRequest, meeting: Meeting) -> SafeString:
    """The address of the check-in page with its code, as SVG."""
    path = reverse("meetings:check-in", args=[meeting.pk])
    return _drawn(request.build_absolute_uri(f"{path}?{urlencode({'code': meeting.code})}"))


@lru_cache(maxsize=64)
def _drawn(address: str) -> SafeString:
    """An address as a QR code."""
    return mark_safe(segno.make(address, error="m").svg_inline(scale=8, border=2, omitsize=True))
