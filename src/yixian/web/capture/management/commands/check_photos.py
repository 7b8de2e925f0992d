"""Compare every photo on record with its file, now: what is missing is asked for again."""

from typing import Any

from django.core.management.base import BaseCommand
from django_scopes import scope, scopes_disabled

from yixian.web.capture.actions.photo import lose_photo
from yixian.web.capture.checking import lost_of
from yixian.web.capture.models import Photo


class Command(BaseCommand):
    """What the worker does by itself every night, but for everything at once, and believing that much is lost."""

    help = "Compare photos with their files; ask again for what is missing or changed."

    def handle(self, *args: Any, **options: Any) -> None:
        """Report how many were looked at and how many were lost."""
        with scopes_disabled():
            kept = Photo.objects.filter(state__in=(Photo.State.RECEIVED, Photo.State.READY))
            photos = list(kept.select_related("capture").order_by("pk"))
        lost = lost_of(photos)
        for photo in lost:
            with scope(federation=photo.federation_id):
                lose_photo(photo=photo)
        self.stdout.write(f"{len(photos)} photos looked at, {len(lost)} lost")
