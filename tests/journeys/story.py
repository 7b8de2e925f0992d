"""Whom the journey is about: found in the demo's data, so that nothing is assumed about its names."""

import io
import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PIL import Image, ImageDraw

from tests.journeys.site import Site

PEOPLE = """
from yixian.web.accounts.models import Person
from yixian.web.organisations.models import Federation, Member
district = Federation.objects.get(name="示例区总工会")
able = Member.objects.filter(federation=district, is_active=True, venues__capacity__gte=50).distinct().order_by("-pk")
able = [m for m in able if m.people.filter(post="chair", is_active=True) and m.people.exclude(post="chair").exists()]
host, guest = able[0], able[1]
def one(member, **who):
    return member.people.filter(is_active=True, **who).order_by("pk").first()
others = host.people.exclude(post="chair").order_by("pk")
deputies = guest.people.filter(is_active=True).exclude(post="chair").order_by("pk")
office = Person.objects.get(federation=district, duty="office")
venue = host.venues.order_by("-capacity").first()
print(json.dumps({
    "host": host.pk, "host_name": host.short_name, "venue": venue.pk, "coordinator": others[0].pk,
    "guest": guest.pk, "guest_name": guest.short_name, "chair": one(guest, post="chair").pk,
    "delegate": deputies[0].pk, "delegate_name": deputies[0].name, "office": office.pk,
}))
"""


@dataclass(frozen=True)
class Cast:
    """The host and the guest, and their people, by their numbers and names."""

    host: int
    host_name: str
    venue: int
    coordinator: int
    guest: int
    guest_name: str
    chair: int
    delegate: int
    delegate_name: str
    office: int


def cast_of(site: Site) -> Cast:
    """Two members that can host: one does, the other sends a delegate who will offer to."""
    return Cast(**json.loads(site.python(PEOPLE)))


def photo() -> bytes:
    """A drawn photo, as a phone would send it."""
    picture = Image.new("RGB", (1200, 900), (214, 219, 222))
    draw = ImageDraw.Draw(picture)
    for number in range(6):
        draw.rectangle((80 + number * 180, 300, 200 + number * 180, 760), fill=(90 + number * 20, 110, 120))
    draw.line((0, 780, 1200, 780), fill=(190, 150, 40), width=14)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


SOON = timedelta(days=20)


def today() -> date:
    """The day on which the site is."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()
