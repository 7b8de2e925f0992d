"""What the files of photos are called: by federation and content, so that each photo can go alone."""

from pathlib import Path

from django.conf import settings


def part_path(photo_id: int) -> Path:
    """Where a photo's bytes gather until all are there."""
    return Path(settings.MEDIA) / "incoming" / f"part-{photo_id}"


def original_name(federation_id: int, digest: str, photo_id: int) -> str:
    """Where a photo's original is kept: by content, and one name per photo, so that each can go alone."""
    return f"originals/{federation_id}/{digest[:2]}/{digest}.{photo_id}"


def derived_name(kind: str, federation_id: int, digest: str, photo_id: int, edition: int = 0) -> str:
    """Where a picture made from an original is kept: each edition by itself."""
    return f"{kind}/{federation_id}/{digest[:2]}/{digest[:32]}.{photo_id}.{edition}.jpg"
