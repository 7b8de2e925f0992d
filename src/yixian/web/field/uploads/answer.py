"""What is said about an upload."""

import errno
from dataclasses import dataclass

from django.utils.translation import gettext as _

NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


@dataclass(frozen=True)
class Answer:
    """What became of it, with the HTTP status; `offset` is how many bytes are here now."""

    status: int
    result: str
    reason: str = ""
    offset: int | None = None


def incomplete() -> Answer:
    """The bytes are not those that were announced."""
    return Answer(422, "refused", _("The photo came incomplete. Send it again."), 0)


def disk_is_full(trouble: OSError) -> Answer:
    """507 when there is no space; any other trouble goes on its way."""
    if trouble.errno not in NO_SPACE:
        raise trouble
    return Answer(507, "failed", _("The server's disk is full. The photo stays on your phone."))
