"""A short name for the state of everything static, so that a browser may keep it for ever."""

from hashlib import sha256
from pathlib import Path

_WEB = Path(__file__).resolve().parent.parent


def _release() -> str:
    """Digest over every static file's path, size and bytes."""
    digest = sha256()
    for path in sorted(_WEB.glob("*/static/**/*")):
        if path.is_file():
            digest.update(str(path.relative_to(_WEB)).encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:10]


RELEASE = _release()
