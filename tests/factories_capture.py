"""Items as a phone writes them, photos as cameras make them, and meetings at which they are recorded."""

import hashlib
import io
from uuid import uuid4

from django.conf import settings
from django.utils import timezone
from django_scopes import scope
from PIL import Image

from tests import factories
from yixian.web.capture.canonical import digest_of
from yixian.web.capture.models import Capture, Photo
from yixian.web.field.sync import receive
from yixian.web.field.uploads import receive_photo
from yixian.web.shared import jobs

SECRET = b"SECRET-CANARY-OF-THE-CAMERA"


def meeting_today(series, *, host, state="under_way", **values):
    """A meeting that is on today."""
    return factories.meeting(
        series, host=host, state=state, held_on=timezone.localdate(), code="482913", **values
    )


def item(of_meeting, *, photo=None, **values):
    """An item with its digest; `photo` are bytes."""
    announced = {"digest": hashlib.sha256(photo).hexdigest(), "size": len(photo)} if photo else None
    whole = {
        "id": str(uuid4()),
        "meeting": of_meeting.pk,
        "station": None,
        "kind": "photo" if photo else "note",
        "text": "工位上方挂着作业要点",
        "made_at": "2026-11-22T09:30:00+08:00",
        "shows_people": False,
        "photo": announced,
        **values,
    }
    return {**whole, "digest": digest_of(whole)}


def picture(size=(64, 48), *, kind="JPEG", turned=False, secrets=True, colour=(180, 60, 40)):
    """A picture as a camera writes it: with place, maker's note, thumbnail words, and turned if wanted."""
    image = Image.new("RGB", size, colour)
    image.paste((20, 90, 200), (0, 0, size[0] // 2, size[1] // 2))
    exif = Image.Exif()
    if secrets:
        exif[0x010F] = SECRET.decode()
        exif[0x8825] = {1: "N", 2: (36.0, 6.0, 2.0), 3: "E", 4: (120.0, 28.0, 3.0)}
        exif[0x8769] = {0x927C: SECRET, 0x9286: b"ASCII\0\0\0" + SECRET}
    if turned:
        exif[0x0112] = 6
    out = io.BytesIO()
    image.save(out, kind, exif=exif.tobytes(), quality=90)
    return out.getvalue() + (SECRET if secrets and kind == "JPEG" else b"")


def stored_files():
    """Every file under the media folder, by its path inside."""
    root = settings.MEDIA
    return sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file())


def recorded(by, of_meeting, *, photo=None, prepared=True, **values):
    """A record that came through the door, its photo prepared; returns the row."""
    raw = item(of_meeting, photo=photo, **values)
    with scope(federation=by.federation_id):
        receipt = receive(by, [raw])[0]
        assert receipt.result == "stored", receipt.reason
        row = Capture.objects.select_related("meeting", "author", "station").get(pk=receipt.number)
        if photo:
            announced = Photo.objects.select_related("capture__meeting").get(capture=row)
            receive_photo(by, announced, len(photo), io.BytesIO(photo).read)
    if photo and prepared:
        jobs.drain()
    with scope(federation=by.federation_id):
        return Capture.objects.select_related("meeting", "author", "station", "photo").get(pk=row.pk)
