"""Pictures that people send: where they are kept, and how they are painted anew before anybody sees them."""

from yixian.web.shared.pictures.blobs import Blobs, Incoming, Unreachable
from yixian.web.shared.pictures.child import Painted, paint
from yixian.web.shared.pictures.store import blobs, is_intact

__all__ = ["Blobs", "Incoming", "Painted", "Unreachable", "blobs", "is_intact", "paint"]
