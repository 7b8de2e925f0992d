"""From an original to the pictures that may be shown."""

from yixian.web.capture.actions.photo import Prepared
from yixian.web.capture.models import Photo
from yixian.web.capture.names import derived_name
from yixian.web.shared.pictures import blobs, paint

SIZES = {"shown": 1600, "thumbnail": 480}


def prepare(photo: Photo) -> Prepared:
    """Paint the original anew and store what is shown; nothing in the database is touched."""
    store = blobs()
    try:
        original = store.read(photo.original)
    except FileNotFoundError:
        return Prepared(photo.edition, is_lost=True)
    painted = paint(original, SIZES, photo.covered)
    if painted.problem:
        return Prepared(photo.edition, problem=painted.problem)
    names = {}
    for kind, content in painted.pictures.items():
        names[kind] = derived_name(kind, photo.federation_id, photo.digest, photo.pk, photo.edition)
        store.put(names[kind], content)
    return Prepared(photo.edition, names["shown"], names["thumbnail"], painted.width, painted.height)
