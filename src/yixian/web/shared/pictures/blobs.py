"""Where pictures are kept: one small interface, and files in a folder behind it (`bucket` is another).

Nothing here is served by address. A name is chosen by us and never holds anything a client sent but a
hexadecimal digest. What `keep` returned from is on the disk.
"""

import hashlib
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO, Protocol

HEAD = 1024
NAME = re.compile(r"[a-z]+/\d+/[0-9a-f]{2}/[0-9a-z.-]+")


class Incoming:
    """Bytes on their way in: written to a temporary file, counted and hashed."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._hash = hashlib.sha256()
        self.path = Path(file.name)
        self.size = 0
        self.head = b""

    def write(self, piece: bytes) -> None:
        """Take the next piece."""
        self._file.write(piece)
        self.take_note(piece)

    def take_note(self, piece: bytes) -> None:
        """Count and hash the next piece of what is in the file already."""
        if len(self.head) < HEAD:
            self.head = (self.head + piece)[:HEAD]
        self._hash.update(piece)
        self.size += len(piece)

    @property
    def digest(self) -> str:
        """SHA-256 of what came so far, in hexadecimal."""
        return self._hash.hexdigest()

    def settle(self) -> None:
        """Have every byte on the disk."""
        self._file.flush()
        os.fsync(self._file.fileno())


class Unreachable(OSError):
    """The store does not answer now, or refuses: what was to be kept is not kept, and may come again."""


class Blobs(Protocol):
    """What a store of pictures must be able to do; `Unreachable` when it can't now."""

    def incoming(self) -> AbstractContextManager[Incoming]:
        """A place to write to; what is not kept vanishes with the block."""

    def keep(self, incoming: Incoming, name: str) -> None:
        """Make what came in durable under this name; harmless when it is there already.

        The file of `incoming` may stay: whoever opened it removes it.
        """

    def put(self, name: str, content: bytes) -> None:
        """Store bytes under this name, durably."""

    def read(self, name: str) -> bytes:
        """All bytes of this name; FileNotFoundError when there are none."""

    def remove(self, name: str) -> None:
        """Forget this name; harmless when it is gone already."""


def checked(name: str) -> str:
    """A name as we make them; ValueError for any other."""
    if not NAME.fullmatch(name):
        raise ValueError(f"not a name of a blob: {name!r}")
    return name


class FileBlobs:
    """Pictures as files in a folder that no server address leads to."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def _path(self, name: str) -> Path:
        return self.root / checked(name)

    @contextmanager
    def incoming(self) -> Iterator[Incoming]:
        """A temporary file beside the others, so that keeping it is one rename."""
        folder = self.root / "incoming"
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            try:
                yield Incoming(file)
            finally:
                Path(file.name).unlink(missing_ok=True)

    def keep(self, incoming: Incoming, name: str) -> None:
        """Bytes to disk, then the name, then the folder: in this order nothing is half there."""
        target = self._path(name)
        _make_durably(target.parent)
        incoming.settle()
        incoming.path.replace(target)
        _sync(target.parent)

    def put(self, name: str, content: bytes) -> None:
        """Store bytes the same careful way."""
        with self.incoming() as incoming:
            incoming.write(content)
            self.keep(incoming, name)

    def read(self, name: str) -> bytes:
        """All bytes."""
        return self._path(name).read_bytes()

    def remove(self, name: str) -> None:
        """Unlink."""
        self._path(name).unlink(missing_ok=True)


def _make_durably(folder: Path) -> None:
    """A folder that is still there after a power cut."""
    if not folder.is_dir():
        _make_durably(folder.parent)
        folder.mkdir(exist_ok=True)
        _sync(folder.parent)


def _sync(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
