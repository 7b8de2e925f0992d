"""Painting a picture anew in a child process, which may not hurt anybody however hostile the picture is."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext_noop

DECODER = Path(__file__).with_name("decoder.py")
SECONDS = 40
PROBLEMS = {
    "pixels": gettext_noop("This picture has more than 60 million pixels. Please send a smaller one."),
    "memory": gettext_noop("This picture needs too much memory. Please send a smaller one."),
    "unreadable": gettext_noop("This file could not be read as a picture. Please take the photo again."),
}


@dataclass(frozen=True)
class Painted:
    """JPEGs by name with the width and height of the largest; or why there are none, in a message to translate."""

    pictures: dict[str, bytes] = field(default_factory=dict)
    width: int = 0
    height: int = 0
    problem: str = ""


def paint(original: bytes, sizes: Mapping[str, int], covered: Sequence[Sequence[int]] = ()) -> Painted:
    """The picture anew for each name, no side longer than its size in pixels, with regions painted over.

    Regions are left, top, width, height in ten-thousandths of the picture's sides.
    """
    with tempfile.TemporaryDirectory(prefix="yixian-photo-") as folder:
        answer = _answer(original, Path(folder), {"sizes": dict(sizes), "covered": covered})
        if "problem" in answer:
            return Painted(problem=PROBLEMS[str(answer["problem"])])
        made = {name: Path(folder, f"{name}.jpg").read_bytes() for name in sizes}
    return Painted(made, int(answer["width"]), int(answer["height"]))


def _answer(original: bytes, folder: Path, wanted: Mapping[str, object]) -> dict[str, str | int]:
    """What the child says; one that died or took too long found the picture unreadable."""
    command = [sys.executable, "-I", str(DECODER), str(folder), json.dumps(wanted)]
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
