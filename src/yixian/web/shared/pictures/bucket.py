"""Pictures in a bucket of a store that speaks S3, instead of files: the same names, the same promises.

What comes in gathers in a file here first, as with files; it is sent in one piece with its MD5, so the store
keeps all of it or nothing. Who may open the bucket stands in the environment, where its client looks by
itself (`AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_DEFAULT_REGION`).
"""

import base64
import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from django.core.exceptions import ImproperlyConfigured

from yixian.web.shared.pictures.blobs import FileBlobs, Incoming, Unreachable, checked

READ = 1024 * 1024
CONNECT, WAIT, TRIES = 4, 15, 2


class BucketBlobs:
    """Pictures as objects of one bucket; `gathering` is a folder of this machine for what is on its way in."""

    def __init__(self, bucket: str, url: str, gathering: Path) -> None:
        self.bucket = bucket
        self.files = FileBlobs(gathering)
        self.client = _client(url)

    def incoming(self) -> AbstractContextManager[Incoming]:
        """A temporary file here."""
        return self.files.incoming()

    def keep(self, incoming: Incoming, name: str) -> None:
        """Send the file; durable when the store has answered."""
        incoming.settle()
        with incoming.path.open("rb") as file:
            self._send(name, file, _md5_of(file))

    def put(self, name: str, content: bytes) -> None:
        """Send bytes."""
        self._send(name, content, hashlib.md5(content, usedforsecurity=False).digest())

    def read(self, name: str) -> bytes:
        """All bytes."""
        with _as_ours():
            return bytes(self.client.get_object(Bucket=self.bucket, Key=checked(name))["Body"].read())

    def remove(self, name: str) -> None:
        """Delete the object."""
        with _as_ours():
            self.client.delete_object(Bucket=self.bucket, Key=checked(name))

    def _send(self, name: str, content: IO[bytes] | bytes, md5: bytes) -> None:
        digest = base64.b64encode(md5).decode()
        with _as_ours():
            self.client.put_object(Bucket=self.bucket, Key=checked(name), Body=content, ContentMD5=digest)


def _md5_of(file: IO[bytes]) -> bytes:
    """MD5 of a file, which is then at its beginning again; it guards against a bad line, not against anybody."""
    found = hashlib.md5(usedforsecurity=False)
    while piece := file.read(READ):
        found.update(piece)
    file.seek(0)
    return found.digest()


@lru_cache(maxsize=4)
def _client(url: str) -> Any:
    """The store's client; it may be used by several threads."""
    try:
        import boto3
        from botocore.config import Config
    except ImportError as missing:
        raise ImproperlyConfigured("YIXIAN_BUCKET needs requirements/s3.txt to be installed") from missing
    config = Config(
        connect_timeout=CONNECT,
        read_timeout=WAIT,
        retries={"max_attempts": TRIES, "mode": "standard"},
        s3={"addressing_style": "path" if url else "auto"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )
    return boto3.session.Session().client("s3", endpoint_url=url or None, config=config)


@contextmanager
def _as_ours() -> Iterator[None]:
    """The store's troubles as those of files: not there, or not to be reached now."""
    from botocore.exceptions import BotoCoreError, ClientError

    try:
        yield
    except ClientError as trouble:
        if trouble.response.get("Error", {}).get("Code") in ("NoSuchKey", "404"):
            raise FileNotFoundError(str(trouble)) from trouble
        raise Unreachable(str(trouble)) from trouble
    except BotoCoreError as trouble:
        raise Unreachable(str(trouble)) from trouble
