"""Short words for the tables."""

from typing import Any

from tests.matrix.personas import MUST_BE_GIVEN


def says(inside: Any, **special: Any) -> dict[str, Any]:
    """Everybody inside gets the same but for those named; nobody is sent to sign in.

    `says(403, office=200)` · keywords that name no persona (data, query, shows …) are kept as they are.
    """
    return {**dict.fromkeys(MUST_BE_GIVEN, inside), "nobody": "sign-in", **special}
