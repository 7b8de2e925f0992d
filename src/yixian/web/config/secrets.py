"""Secrets come from the environment, or are made once and kept beside the data."""

import os
import secrets
from pathlib import Path


def secret(name: str, folder: Path) -> str:
    """The secret called `name`: from the environment, else from a private file made on first use."""
    from_environment = os.environ.get(f"YIXIAN_{name.upper()}")
    if from_environment:
        return from_environment
    path = folder / f"{name.lower().replace('_', '-')}.secret"
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        folder.mkdir(parents=True, exist_ok=True)
        return _make(path)


def _make(path: Path) -> str:
    """Write a new secret that only this user can read; another process may have been quicker."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    value = secrets.token_urlsafe(48)
    with os.fdopen(handle, "w") as file:
        file.write(value)
    return value
