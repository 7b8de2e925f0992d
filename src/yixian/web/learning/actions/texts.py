"""What every action about texts asks for."""

from typing import Any

from django.utils.translation import gettext as _

from yixian.web.accounts.models import Person
from yixian.web.shared.errors import BadInput, Refused


def needed(text: str, sentence: str) -> str:
    """The text without outer spaces, or the sentence that asks for it."""
    text = text.strip()
    if not text:
        raise BadInput(sentence)
    return text


def inside(by: Person, *things: Any) -> None:
    """Refuse whatever belongs to another federation."""
    for thing in things:
        if thing is not None and thing.federation_id != by.federation_id:
            raise Refused(_("This belongs to another federation."))
