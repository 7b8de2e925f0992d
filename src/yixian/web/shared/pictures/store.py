"""The store of pictures that the settings name, and whether it still has what it should."""

import hashlib
from pathlib import Path

from django.conf import settings

from yixian.web.shared.pictures.blobs import Blobs, FileBlobs


def blobs() -> Blobs:
    """The store in use: a bucket when one is named, else files."""
    if not settings.BUCKET:
        return FileBlobs(Path(settings.MEDIA))
    from yixian.web.shared.pictures.bucket import (
        BucketBlobs,  # its client is loaded only where there is a bucket
    )

    return BucketBlobs(settings.BUCKET, settings.BUCKET_URL, Path(settings.MEDIA))


def is_intact(name: str, digest: str) -> bool:
    """Whether the bytes of a name are there and have this SHA-256."""
    try:
        return hashlib.sha256(blobs().read(name)).hexdigest() == digest
    except FileNotFoundError:
        return False
