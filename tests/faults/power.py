"""A power cut, worked out: what a disk may hold after it, from every call by which the server wrote.

The server runs under `strace`, which writes down each write, sync, rename and answer in their order. Out of this
log a disk is rebuilt as it may be at any moment: what was synced is there; of what was not, any part may be there,
pages of 512 bytes in any order; names of files come in order, and may lag behind until their folder was synced.
Harder than journaling file systems are in practice, and as hard as they may be.
"""

import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

CALLS = (
    "openat,write,pwrite64,writev,pwritev,pwritev2,truncate,ftruncate,fallocate,copy_file_range,fsync,fdatasync,"
    "rename,renameat,renameat2,link,linkat,unlink,unlinkat,mkdir,mkdirat,sendto"
)
LINE = re.compile(r"(\d+) +(.*)")
STRING = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
HANDLE = re.compile(r"^(\d+)<((?:\\x[0-9a-f]{2})*)>(\(deleted\))?")
SECTOR = 512


def can_record() -> bool:
    """Whether `strace` is here and may be used."""
    try:
        return subprocess.run(["strace", "-o", os.devnull, "true"], stderr=subprocess.DEVNULL).returncode == 0
    except FileNotFoundError:
        return False


def recorded(log: Path) -> list[str]:
    """What stands before the server's command."""
    options = ["-f", "-qq", "--seccomp-bpf", "-y", "-xx", "-s", "8000000", "-e", "signal=none"]
    return ["strace", *options, "-e", f"trace={CALLS}", "-o", str(log)]


@dataclass
class Call:
    """One call: its name, the file it is about (or where a name goes), the rest, and when it began.

    `handle` tells one opened file of one process from another; `size` is what the call answered.
    """

    name: str
    path: str
    content: bytes
    rest: str
    began: int
    ended: int
    other: str = ""
    handle: tuple[str, int] = ("", 0)
    size: int = 0


def calls(log: Path) -> Iterator[Call]:
    """Every call that succeeded, in the order in which they ended."""
    begun: dict[str, tuple[int, str]] = {}
    with log.open() as lines:
        for number, line in enumerate(lines):
            thread, text = LINE.fullmatch(line.rstrip("\n")).groups()  # type: ignore[union-attr]
            began = number
            if text.endswith("<unfinished ...>"):
                begun[thread] = number, text.removesuffix("<unfinished ...>").rstrip()
                continue
            if text.startswith("<..."):
                began, start = begun.pop(thread)
                text = start + text.partition("resumed>")[2]
            if "(" in text and not text.startswith(("+++", "---")) and (call := _call(text, began, number)):
                call.handle = (thread, call.handle[1])
                yield call


def _call(text: str, began: int, ended: int) -> Call | None:
    name, _bracket, rest = text.partition("(")
    arguments, _equals, answer = rest.rpartition(" = ")
    if not answer or answer.startswith(("-1", "?")):
        return None
    strings = [_bytes(each) for each in STRING.findall(arguments)]
    size, rest = int(re.match(r"\d+", answer)[0]), arguments.rpartition('"')[2]  # type: ignore[index]
    handle = HANDLE.match(arguments)
    if handle and not (strings and name == "openat"):
        path, content, number = os.fsdecode(_bytes(handle[2])), b"".join(strings), int(handle[1])
        content = content[:size] if "write" in name else content
        return None if handle[3] else Call(name, path, content, rest, began, ended, "", ("", number), size)
    if not strings:
        return None
    other = os.fsdecode(strings[1]) if len(strings) > 1 else ""
    return Call(name, os.fsdecode(strings[0]), b"", rest, began, ended, other, ("", size), size)


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


@dataclass
class Inode:
    """The bytes of one file: as they were synced, and what was written since."""

    synced: bytearray = field(default_factory=bytearray)
    since: list[tuple[int, int, bytes | None]] = field(
        default_factory=list
    )  # when, where (or how long), what
    size: int = 0

    def write(self, when: int, at: int, content: bytes) -> None:
        self.since.append((when, at, content))
        self.size = max(self.size, at + len(content))

    def truncate(self, when: int, size: int) -> None:
        self.since.append((when, size, None))
        self.size = size

    def sync(self, began: int) -> None:
        """What ended before the sync began is on the disk."""
        for when, at, content in [each for each in self.since if each[0] < began]:
            _apply(self.synced, at, content)
            self.since.remove((when, at, content))

    def found(self, chance: Random) -> bytes:
        """What may be there after the cut."""
        made, kind = bytearray(self.synced), chance.choice(("nothing", "all", "first", "some"))
        most = {"nothing": 0, "all": len(self.since)}.get(kind, chance.randint(0, len(self.since)))
        for number, (_when, at, content) in enumerate(self.since):
            if kind != "some":
                if number < most:
                    _apply(made, at, content)
                elif number == most and kind == "first" and content:
                    _apply(made, at, content[: chance.randint(0, len(content))])
            elif content is None:
                if chance.random() < 0.5:
                    _apply(made, at, None)
            else:
                for start in range(0, len(content), SECTOR):
                    if chance.random() < 0.5:
                        _apply(made, at + start, content[start : start + SECTOR])
        return bytes(made)


def _apply(made: bytearray, at: int, content: bytes | None) -> None:
    if content is None:
        del made[at:]
        made.extend(bytes(at - len(made)))
    else:
        made.extend(bytes(max(0, at - len(made))))
        made[at : at + len(content)] = content


class Disk:
    """A folder on a disk that may lose what it was not told to keep; `deaf`: it never does what it is told."""

    def __init__(self, root: Path, base: Path, deaf: bool = False) -> None:
        """As `base` is, which was written long ago; calls name files below `root`."""
        self.root, self.deaf = str(root), deaf
        files = [each for each in base.rglob("*") if each.is_file() and not each.name.endswith("-shm")]
        self.names = {
            f"{root}/{each.relative_to(base)}": Inode(bytearray(each.read_bytes())) for each in files
        }
        for inode in self.names.values():
            inode.size = len(inode.synced)
        self.kept = dict(self.names)
        self.lagging: list[tuple[int, str, str, Inode | None]] = []

    def see(self, call: Call) -> None:
        """Take note of one call."""
        if call.path != self.root and not call.path.startswith(self.root + "/"):
            return
        if call.path.endswith(("-shm", ".log")):
            return
        note = getattr(self, f"_{call.name}", None)
        assert note is not None, f"the simulator does not know {call.name}"
        note(call, call.ended)

    def _name(self, now: int, path: str, inode: Inode | None, old: str = "") -> None:
        self.lagging.append((now, path, old, inode))
        _rename(self.names, path, old, inode)

    def _openat(self, call: Call, now: int) -> None:
        if call.path not in self.names and "O_CREAT" in call.rest:
            self._name(now, call.path, Inode())
        if "O_TRUNC" in call.rest:
            self.names[call.path].truncate(now, 0)

    def _write(self, call: Call, now: int) -> None:
        inode = self.names[
            call.path
        ]  # the site writes files from their start or at their end, and nothing else
        inode.write(now, inode.size, call.content)

    def _pwrite64(self, call: Call, now: int) -> None:
        self.names[call.path].write(now, int(call.rest.rpartition(",")[2].strip(" )")), call.content)

    def _ftruncate(self, call: Call, now: int) -> None:
        self.names[call.path].truncate(now, int(call.rest.rpartition(",")[2].strip(" )")))

    def _fsync(self, call: Call, now: int) -> None:
        if self.deaf:
            return
        if call.path in self.names:
            self.names[call.path].sync(call.began)
            return
        known = [
            number
            for number, (when, path, old, _inode) in enumerate(self.lagging)
            if when < call.began and call.path in (os.path.dirname(path), os.path.dirname(old))
        ]
        for _when, path, old, inode in self.lagging[: max(known, default=-1) + 1]:
            _rename(self.kept, path, old, inode)
        del self.lagging[: max(known, default=-1) + 1]

    _fdatasync = _fsync

    def _rename(self, call: Call, now: int) -> None:
        self._name(now, call.other, self.names[call.path], call.path)

    def _unlink(self, call: Call, now: int) -> None:
        if call.path in self.names:
            self._name(now, call.path, None)

    def _mkdir(self, call: Call, now: int) -> None:
        """Folders are made where something in them is found."""

    def cut(self, folder: Path, chance: Random) -> None:
        """Write down what may be found now."""
        names = dict(self.kept)
        for _when, path, old, inode in self.lagging[: chance.randint(0, len(self.lagging))]:
            _rename(names, path, old, inode)
        for path, inode in names.items():
            target = folder / os.path.relpath(path, self.root)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(inode.found(chance))


def _rename(names: dict[str, Inode], path: str, old: str, inode: Inode | None) -> None:
    names.pop(old, None)
    if inode is None:
        names.pop(path, None)
    else:
        names[path] = inode
