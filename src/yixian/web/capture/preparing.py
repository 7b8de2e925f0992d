"""From an original to the pictures that may be shown: in a child process that may not hurt anybody."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from django.utils.translation import gettext_noop

from yixian.web.capture.actions.photo import Prepared
from yixian.web.capture.blobs import blobs, derived_name
from yixian.web.capture.models import Photo

DECODER = Path(__file__).with_name("decoder.py")
SECONDS = 40
PROBLEMS = {
    "pixels": gettext_noop("This picture has more than 60 million pixels. Please send a smaller one."),
    "memory": gettext_noop("This picture needs too much memory. Please send a smaller one."),
    "unreadable": gettext_noop("This file could not be read as a picture. Please take the photo again."),
}


def prepare(photo: Photo) -> Prepared:
    """Decode the original and store what is shown; nothing in the database is touched."""
    store = blobs()
    try:
        original = store.read(photo.original)
    except FileNotFoundError:
        return Prepared(photo.edition, is_lost=True)
    with tempfile.TemporaryDirectory(prefix="yixian-photo-") as folder:
        answer = run_decoder(original, Path(folder), photo.covered)
        if "problem" in answer:
            return Prepared(photo.edition, problem=PROBLEMS[str(answer["problem"])])
        names = {}
        for kind in ("shown", "thumbnail"):
            names[kind] = derived_name(kind, photo.federation_id, photo.digest, photo.pk, photo.edition)
            store.put(names[kind], Path(folder, f"{kind}.jpg").read_bytes())
    width, height = int(answer["width"]), int(answer["height"])
    return Prepared(photo.edition, names["shown"], names["thumbnail"], width, height)


def run_decoder(original: bytes, folder: Path, covered: Sequence[Sequence[int]] = ()) -> dict[str, str | int]:
    """The child's answer; a child that died or took too long found it unreadable."""
    command = [sys.executable, "-I", str(DECODER), str(folder), json.dumps(covered)]
    source = folder / "original"
    source.write_bytes(original)  # a pipe would take it in pieces of a page
    try:
        with source.open("rb") as file:
            done = subprocess.run(
                command, stdin=file, capture_output=True, timeout=SECONDS, cwd=folder, env={}, check=True
            )
        return dict(json.loads(done.stdout))
    except (subprocess.SubprocessError, ValueError):
        return {"problem": "unreadable"}
