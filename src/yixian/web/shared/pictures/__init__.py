"""Pictures that people send: where they are kept, and how they are painted anew before anybody sees them."""

from yixian.web.shared.pictures.blobs import Blobs, Incoming, Unreachable, blobs, is_intact
from yixian.web.shared.pictures.child import Painted, paint

__all__ = ["Blobs", "Incoming", "Painted", "Unreachable", "blobs", "is_intact", "paint"]
