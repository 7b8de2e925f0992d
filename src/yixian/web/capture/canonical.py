"""The one way to write an item down, so that phone and server get the same digest."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical(item: Mapping[str, Any]) -> bytes:
    """The item without its digest as JSON: sorted keys, no spaces, UTF-8. Numbers must be whole.

    Raises UnicodeEncodeError for text that is no Unicode (half a surrogate pair).
    """
    rest = {key: value for key, value in item.items() if key != "digest"}
    return json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest_of(item: Mapping[str, Any]) -> str:
    """SHA-256 over the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(item)).hexdigest()
