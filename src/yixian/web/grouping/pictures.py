"""Where the pictures under floor plans are kept: files that no server address leads to, under names of our own."""

import hashlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from django.conf import settings

DECODER = Path(__file__).with_name("decoder.py")
SECONDS = 40
READY, WAITING, UNREADABLE = ".jpg", ".upload", "unreadable"


def upload_name(federation_id: int, rotation_id: int, content: bytes) -> str:
    """The name of a picture that came in and is not looked at yet."""
    digest = hashlib.sha256(content).hexdigest()
    return f"floors/{federation_id}/{digest[:2]}/{digest[:32]}.{rotation_id}{WAITING}"


def put(name: str, content: bytes) -> None:
    """Store bytes durably under this name."""
    target = Path(settings.MEDIA) / name
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(file.name).replace(target)


def read(name: str) -> bytes:
    """All bytes of this name; FileNotFoundError when there are none."""
    return (Path(settings.MEDIA) / name).read_bytes()


def remove(name: str) -> None:
    """Forget a picture; harmless when it is gone already or was never one."""
    if name.startswith("floors/"):
        (Path(settings.MEDIA) / name).unlink(missing_ok=True)


def prepare(name: str) -> str:
    """Paint an upload anew in a child process and store it; returns its name, or that it was unreadable."""
    command = [sys.executable, "-I", str(DECODER)]
    try:
        content = read(name)
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=SECONDS, env={}, check=True
        )
    except (subprocess.SubprocessError, FileNotFoundError):
        return UNREADABLE
    ready = name.removesuffix(WAITING) + READY
    put(ready, done.stdout)
    return ready
