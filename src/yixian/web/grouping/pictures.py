"""The picture under a floor plan: what it is called on its way, and how it is painted anew. Kept as every picture."""

import hashlib

from yixian.web.shared.pictures import blobs, paint

LONGEST = 2000
READY, WAITING, UNREADABLE = ".jpg", ".upload", "unreadable"


def upload_name(federation_id: int, rotation_id: int, content: bytes) -> str:
    """The name of a picture that came in and is not looked at yet."""
    digest = hashlib.sha256(content).hexdigest()
    return f"floors/{federation_id}/{digest[:2]}/{digest[:32]}.{rotation_id}{WAITING}"


def remove(name: str) -> None:
    """Forget a picture; harmless when it is gone already or was never one."""
    if name.startswith("floors/"):
        blobs().remove(name)


def prepare(name: str) -> str:
    """Paint an upload anew and store it; returns its name, or that it was unreadable."""
    store = blobs()
    try:
        painted = paint(store.read(name), {"floor": LONGEST})
    except FileNotFoundError:
        return UNREADABLE
    if painted.problem:
        return UNREADABLE
    ready = name.removesuffix(WAITING) + READY
    store.put(ready, painted.pictures["floor"])
    return ready
