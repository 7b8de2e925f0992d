"""A photo piece by piece: whatever has arrived stays, and the phone goes on from there.

One file per photo under `incoming/`, written under a lock; its length is the offset. It becomes the original by
one rename after its digest was verified and its bytes are on the disk, so nothing half is ever on record.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import time
from typing import IO

from django.conf import settings

from yixian.web.accounts.models import Person
from yixian.web.capture.kinds import TAIL
from yixian.web.capture.models import Photo
from yixian.web.capture.names import part_path
from yixian.web.field.uploads.answer import Answer, disk_is_full, incomplete
from yixian.web.field.uploads.settle import settle
from yixian.web.shared.pictures import Incoming

MOST_PIECE = 1024 * 1024
KEPT = 7 * 24 * 3600
READ = 256 * 1024


def receive_piece(by: Person, photo: Photo, at: int, piece: bytes) -> Answer:
    """Add bytes at an offset; a wrong one is told the right one. The last piece settles the photo."""
    if photo.is_complete:
        return Answer(200, "duplicate", offset=photo.size)
    try:
        with _locked(part_path(photo.pk)) as part:
            return _add(by, photo, part, at, piece)
    except OSError as trouble:
        return disk_is_full(trouble)


def received_bytes(photo: Photo) -> int:
    """How many bytes of a photo are here."""
    if photo.is_complete:
        return photo.size
    try:
        return min(part_path(photo.pk).stat().st_size, photo.size)
    except FileNotFoundError:
        return 0


def _add(by: Person, photo: Photo, part: IO[bytes], at: int, piece: bytes) -> Answer:
    have = part.seek(0, os.SEEK_END)
    if have == 0 and Photo.objects.filter(pk=photo.pk).exclude(state=Photo.State.AWAITED).exists():
        _forget(part)
        return Answer(200, "duplicate", offset=photo.size)
    if at != have and have < photo.size:
        return Answer(409, "offset", offset=have)
    if at == have and have + len(piece) > photo.size:
        _forget(part)
        return incomplete()
    if at == have:
        part.write(piece)
        part.flush()
        have += len(piece)
    if have < photo.size:
        return Answer(202, "partial", offset=have)
    answer = _finish(by, photo, part)
    _forget(part)
    return answer


def _finish(by: Person, photo: Photo, part: IO[bytes]) -> Answer:
    """All bytes are here: count and hash what is really in the file."""
    incoming = Incoming(part)
    part.seek(0)
    tail = b""
    while content := part.read(READ):
        incoming.take_note(content)
        tail = (tail + content)[-TAIL:]
    return settle(by, photo, incoming, tail)


@contextmanager
def _locked(path: Path) -> Iterator[IO[bytes]]:
    """The file, opened and locked: one writer per photo over all threads and processes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    while True:
        with path.open("ab+") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            if _is_same(file, path):
                yield file
                return


def _is_same(file: IO[bytes], path: Path) -> bool:
    """Whether the name still means this file: who held the lock before may have renamed or removed it."""
    try:
        there = path.stat()
    except FileNotFoundError:
        return False
    mine = os.fstat(file.fileno())
    return (there.st_dev, there.st_ino) == (mine.st_dev, mine.st_ino)


def _forget(part: IO[bytes]) -> None:
    Path(part.name).unlink(missing_ok=True)


def sweep() -> int:
    """Remove what nobody went on with for a week; returns how many files went. What is being written stays."""
    folder, old = Path(settings.MEDIA) / "incoming", time() - KEPT
    return sum(_sweep_one(each, old) for each in folder.glob("*"))


def _sweep_one(path: Path, old: float) -> bool:
    with suppress(FileNotFoundError, BlockingIOError), path.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(file.fileno()).st_mtime < old:
            path.unlink(missing_ok=True)
            return True
    return False
