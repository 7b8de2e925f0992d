"""Tokens of personal links: shown once, kept as a digest."""

import secrets
from hashlib import sha256


def new_token() -> str:
    """Twenty-seven letters that nobody guesses (160 bits)."""
    return secrets.token_urlsafe(20)


def digest(token: str) -> str:
    """What is kept of a token, in hexadecimal."""
    return sha256(token.encode()).hexdigest()
