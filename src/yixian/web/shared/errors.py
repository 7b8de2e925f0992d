"""Errors whose sentence is fit for the person who sees it."""


class DomainError(Exception):
    """Something that cannot be done now; the text says why and what to do next."""

    status = 409

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class Refused(DomainError):
    """The person may not do this."""

    status = 403


class BadInput(DomainError):
    """What was sent cannot be used; the text names the field or the row."""

    status = 422
