"""The reader at work: in a process of its own, because its libraries are heavy and its input is anybody's."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.utils.translation import gettext as _

from yixian.web.meetings.forms.archive_slots import language
from yixian.web.shared.errors import BadInput

SECONDS = 20


def read_report(content: bytes, filename: str) -> dict[str, Any]:
    """The draft record of a report (the shape that `yixian.archive` describes); `BadInput` says why there is none."""
    with TemporaryDirectory(prefix="yixian-archive-") as folder:
        path = Path(folder) / f"report{_ending(filename)}"
        path.write_bytes(content)
        command = [
            sys.executable,
            "-m",
            "yixian",
            "archive",
            "read",
            str(path),
            "--json",
            "--lang",
            language(),
        ]
        try:
            done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired as late:
            raise BadInput(
                _("Reading this text takes too long. Keep only the report itself and try again.")
            ) from late
    if done.returncode == 0:
        record: dict[str, Any] = json.loads(done.stdout)
        return record
    reason = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode == 1 and reason:
        raise BadInput(reason)
    raise BadInput(_("This text could not be read. Save the report as plain text and try again."))


def _ending(filename: str) -> str:
    """What tells the reader a page from a text."""
    return ".html" if filename.lower().endswith((".html", ".htm")) else ".txt"


def digest_of(record: dict[str, Any]) -> str:
    """Two readings of the same text have the same digest, in whatever encoding or file it came."""
    words = record.get("text_original") or json.dumps(record, ensure_ascii=False, sort_keys=True)
    return sha256(words.encode()).hexdigest()
