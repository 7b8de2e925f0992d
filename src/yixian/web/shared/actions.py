"""What every action is: one transaction, an audit entry, side effects after commit."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.db import transaction

from yixian.web.shared import audit

F = TypeVar("F", bound=Callable[..., Any])


class NoAuditEntry(AssertionError):
    """An action changed something, or did nothing, without saying so in the audit trail."""


def action(function: F) -> F:
    """Run in one transaction and insist on an audit entry (or an explicit `audit.nothing_changed()`)."""

    @wraps(function)
    def run(*args: Any, **kwargs: Any) -> Any:
        with transaction.atomic(), audit.listening() as heard:
            result = function(*args, **kwargs)
            if not heard:
                raise NoAuditEntry(function.__qualname__)
        return result

    run.is_action = True  # type: ignore[attr-defined]
    return run  # type: ignore[return-value]
