"""Who walks the site, and what a table that says nothing about somebody means."""

INSIDE = ("office", "staff", "auditor", "chair", "delegate", "coordinator", "host_chair")
OUTSIDE = ("stranger", "stranger_chair", "city", "child")
SIGNED_OUT = ("nobody", "disabled")
EVERYBODY = (*SIGNED_OUT, *INSIDE, *OUTSIDE)

MUST_BE_GIVEN = ("nobody", "office", "staff", "auditor", "chair", "delegate", "coordinator")
AT_HOME = {
    "disabled": "nobody",
    "host_chair": "chair",
    "stranger": "office",
    "stranger_chair": "chair",
    "city": "office",
    "child": "office",
}

WORLD_OF = {"stranger": "sibling", "stranger_chair": "sibling", "city": "city", "child": "child"}
PERSON_OF = {"stranger": "office", "stranger_chair": "chair", "city": "office", "child": "office"}


def world_of(persona: str) -> str:
    """In which of the four federations somebody is at home."""
    return WORLD_OF.get(persona, "district")


def person_of(persona: str) -> str:
    """As whom somebody stands in that federation's world."""
    return PERSON_OF.get(persona, persona)
