"""Tokens of personal links: shown once, kept as a digest."""

import secrets
from hashlib import sha256

from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme


def new_token() -> str:
    """Twenty-seven letters that nobody guesses (160 bits)."""
    return secrets.token_urlsafe(20)


def digest(token: str) -> str:
    """What is kept of a token, in hexadecimal."""
    return sha256(token.encode()).hexdigest()


def path_of(token: str) -> str:
    """The path that a person opens with this token."""
    return reverse("accounts:link", args=[token])


def is_local(target: str) -> bool:
    """Whether a target is a path of this site and can lead nowhere else."""
    return target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)


def way_back(request: HttpRequest, usual: str) -> str:
    """The page of this site that led here, if it named itself (`back`), else the usual one."""
    return safe_target(request, request.POST.get("back") or request.GET.get("back") or usual)


def safe_target(request: HttpRequest, target: str | None) -> str:
    """Where to go after signing in: the wish when it stays on this site, else the first page."""
    hosts = {request.get_host()}
    fine = bool(target) and url_has_allowed_host_and_scheme(
        target, allowed_hosts=hosts, require_https=request.is_secure()
    )
    return target if fine and target else "/"
